package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.PartitionCursor.Judgement;
import io.crowdchart.connect.chart.PartitionCursor.Reading;
import io.crowdchart.connect.chart.PartitionCursor.Sought;
import io.crowdchart.connect.chart.PartitionCursor.Unread;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The places of the task in its open partitions. */
final class PartitionCursors {

    private final Map<TopicPart, PartitionCursor> cursors = new HashMap<>();

    void open(Collection<TopicPart> parts) {
        parts.forEach(part -> cursors.put(part, new Unread()));
    }

    void close(Collection<TopicPart> parts) {
        cursors.keySet().removeAll(parts);
    }

    /** A new put begins. */
    void settle() {
        cursors.replaceAll((part, cursor) -> cursor.settled());
    }

    /** Nothing is certain any more: all places must be found again. */
    void forget() {
        cursors.replaceAll((part, cursor) -> new Unread());
    }

    /** All open partitions. */
    Set<TopicPart> open() {
        return Set.copyOf(cursors.keySet());
    }

    /** The partitions whose places are known. */
    Set<TopicPart> read() {
        return cursors.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Unread))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The partitions whose places must be found. */
    Set<TopicPart> unread() {
        return cursors.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Unread)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes places that were found.
     *
     * @return where to go in each partition that was not read yet
     */
    Map<TopicPart, Position> seek(Map<TopicPart, Position> found) {
        Map<TopicPart, Position> targets = new HashMap<>();
        cursors.replaceAll((part, cursor) -> {
            @Nullable Position position = found.get(part);
            if (position != null && cursor instanceof Unread unread) {
                Sought sought = unread.sought(position);
                targets.put(part, sought.position());
                return sought;
            }
            return cursor;
        });
        return targets;
    }

    Judgement judge(TopicPart part, long offset) {
        return cursor(part).judge(offset);
    }

    Optional<Position> stored(TopicPart part) {
        return Optional.ofNullable(cursors.get(part)).flatMap(PartitionCursor::stored);
    }

    /** A batch was applied that leads to an offset. */
    void advance(TopicPart part, long offset) {
        if (!(cursor(part) instanceof Reading reading)) {
            throw new IllegalStateException(part + " was written while it was not read");
        }
        cursors.put(part, reading.advancedTo(offset));
    }

    /** Whether records of a partition come from its stored position on. */
    boolean isReading(TopicPart part) {
        return cursors.get(part) instanceof Reading;
    }

    private PartitionCursor cursor(TopicPart part) {
        @Nullable PartitionCursor cursor = cursors.get(part);
        if (cursor == null) {
            throw new IllegalStateException("a record came from " + part + ", which is not open");
        }
        return cursor;
    }
}
