package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.PartitionCursor.Judgement;
import io.crowdchart.connect.chart.PartitionCursor.Reading;
import io.crowdchart.connect.chart.PartitionCursor.Sought;
import io.crowdchart.connect.chart.PartitionCursor.Unread;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
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

    /** Nothing is certain any more: the cache must be asked for all positions again. */
    void forget() {
        cursors.replaceAll((part, cursor) -> new Unread());
    }

    /** The partitions whose positions the cache must be asked for. */
    Set<TopicPart> unread() {
        return cursors.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Unread)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Takes the answer of the cache.
     *
     * @param stored its positions; a partition without one is missing
     * @return where to go in each partition that was not read yet
     */
    Map<TopicPart, Long> seek(Map<TopicPart, Long> stored) {
        Map<TopicPart, Long> targets = new HashMap<>();
        cursors.replaceAll((part, cursor) -> {
            if (cursor instanceof Unread unread) {
                Sought sought = unread.sought(optional(stored.get(part)));
                targets.put(part, sought.target());
                return sought;
            }
            return cursor;
        });
        return targets;
    }

    private static OptionalLong optional(@Nullable Long position) {
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    Judgement judge(TopicPart part, long offset) {
        return cursor(part).judge(offset);
    }

    OptionalLong stored(TopicPart part) {
        return cursor(part).stored();
    }

    /** A batch was applied that leads to a position. */
    void advance(TopicPart part, long position) {
        if (!(cursor(part) instanceof Reading reading)) {
            throw new IllegalStateException(part + " was written while it was not read");
        }
        cursors.put(part, reading.advancedTo(position));
    }

    /** The positions that the cache is known to have. */
    Map<TopicPart, Long> known() {
        return cursors.entrySet().stream()
                .filter(entry -> entry.getValue().stored().isPresent())
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().stored().getAsLong()));
    }

    private PartitionCursor cursor(TopicPart part) {
        @Nullable PartitionCursor cursor = cursors.get(part);
        if (cursor == null) {
            throw new IllegalStateException("a record came from " + part + ", which is not open");
        }
        return cursor;
    }
}
