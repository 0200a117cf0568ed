package io.crowdchart.operations.deadletter;

import io.crowdchart.operations.cluster.WrongUseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which letters of a partition are settled: given back, or told that they need not or cannot be. It is kept as the
 * committed offset of a consumer group, all before which is settled; the single ones behind it stand in its metadata.
 *
 * @param before all letters before this offset are settled
 * @param ranges offsets behind it, first and last of each range
 */
record Settled(long before, List<Range> ranges) {

    /** Kafka keeps 4096 bytes. */
    private static final int LONGEST_METADATA = 4_000;

    private static final Pattern RANGE = Pattern.compile("(\\d{1,18})(?:-(\\d{1,18}))?");

    /** Nothing is settled. */
    static final Settled NOTHING = new Settled(0, List.of());

    Settled {
        ranges = List.copyOf(ranges);
    }

    /**
     * Offsets that follow each other.
     *
     * @param first the first
     * @param last the last, itself among them
     */
    record Range(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + "-" + last;
        }
    }

    /** What was committed; metadata that is not ours says nothing. */
    static Settled of(OffsetAndMetadata committed) {
        List<Range> ranges = Arrays.stream(committed.metadata().split(","))
                .map(RANGE::matcher)
                .filter(Matcher::matches)
                .map(range -> new Range(
                        Long.parseLong(range.group(1)),
                        Long.parseLong(range.group(2) == null ? range.group(1) : range.group(2))))
                .toList();
        return new Settled(committed.offset(), ranges);
    }

    boolean contains(long offset) {
        return offset < before || ranges.stream().anyMatch(range -> range.first() <= offset && offset <= range.last());
    }

    /**
     * With more letters settled.
     *
     * @param letters the offsets of all letters that there are in the partition
     * @param more the offsets of those that are settled now
     */
    Settled with(Collection<Long> letters, Set<Long> more) {
        long reached = before;
        List<Range> behind = new ArrayList<>();
        boolean gap = false;
        for (long offset : new TreeSet<>(letters)) {
            boolean settled = contains(offset) || more.contains(offset);
            gap |= !settled;
            if (!gap) {
                reached = Math.max(reached, offset + 1);
            } else if (settled) {
                append(behind, offset);
            }
        }
        return new Settled(reached, behind);
    }

    private static void append(List<Range> ranges, long offset) {
        int last = ranges.size() - 1;
        if (last >= 0 && ranges.get(last).last() == offset - 1) {
            ranges.set(last, new Range(ranges.get(last).first(), offset));
        } else {
            ranges.add(new Range(offset, offset));
        }
    }

    /**
     * As it is committed.
     *
     * @throws WrongUseException if there are too many single ones
     */
    OffsetAndMetadata toCommit() {
        String metadata = String.join(",", ranges.stream().map(Range::toString).toList());
        if (metadata.length() > LONGEST_METADATA) {
            throw new WrongUseException("so many letters were replayed one by one that Kafka cannot keep it in mind;"
                    + " replay those before offset "
                    + ranges.get(ranges.size() - 1).first() + " first, or all");
        }
        return new OffsetAndMetadata(before, metadata);
    }
}
