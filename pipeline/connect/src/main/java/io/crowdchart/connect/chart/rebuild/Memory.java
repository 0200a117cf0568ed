package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a task has seen of the cache with its own eyes. It outlasts every outage: a cache that comes back with less has lost
 * something.
 */
final class Memory {

    private final Map<TopicPart, Position> acknowledged = new HashMap<>();
    private final Map<TopicPart, Position> checked = new HashMap<>();

    /** The cache has this position. */
    void acknowledge(TopicPart part, Position position) {
        acknowledged.merge(part, position, Memory::further);
    }

    /** The cache had this position at a time at which it could be trusted. */
    void check(TopicPart part, Position position) {
        checked.put(part, position);
        acknowledge(part, position);
    }

    /** The charts were made anew, up to these positions; what was before does not matter. */
    void beginAnew(Map<TopicPart, Position> positions) {
        acknowledged.keySet().removeAll(positions.keySet());
        positions.forEach(this::check);
    }

    /** Others go on with these partitions; what was confirmed stays true. */
    void leave(Collection<TopicPart> parts) {
        checked.keySet().removeAll(parts);
    }

    /** The furthest position that the cache is known to have had. */
    Optional<Position> acknowledged(TopicPart part) {
        return Optional.ofNullable(acknowledged.get(part));
    }

    Optional<Position> checked(TopicPart part) {
        return Optional.ofNullable(checked.get(part));
    }

    /** As it is now, whatever comes. */
    Memory copy() {
        Memory copy = new Memory();
        copy.acknowledged.putAll(acknowledged);
        copy.checked.putAll(checked);
        return copy;
    }

    /** Offsets of another topic cannot be compared: then the later word counts. */
    private static Position further(Position before, Position after) {
        boolean back = before.topicId().equals(after.topicId()) && before.offset() > after.offset();
        return back ? before : after;
    }
}
