package io.crowdchart.connect.chart;

import java.util.OptionalLong;

/**
 * What the task knows about its place in a partition. {@code stored} is the position in the cache, the offset of the record
 * to read next; empty if the cache has none.
 *
 * <p>A rebuild, which makes the charts of a topic anew beside the old ones, would be one more state here.
 */
sealed interface PartitionCursor {

    /** The place where a partition without a position is read from. */
    long BEGINNING = 0;

    /** What to do with a record at an offset. */
    Judgement judge(long offset);

    /** After the put in which a seek was asked for is over, what comes next comes from there. */
    PartitionCursor settled();

    /** The position that the cache is known to have. */
    OptionalLong stored();

    /** The cache was not asked yet, or not since something went wrong. */
    record Unread() implements PartitionCursor {

        Sought sought(OptionalLong stored) {
            return new Sought(stored);
        }

        @Override
        public Judgement judge(long offset) {
            return Judgement.COMES_AGAIN;
        }

        @Override
        public PartitionCursor settled() {
            return this;
        }

        @Override
        public OptionalLong stored() {
            return OptionalLong.empty();
        }
    }

    /** Connect was asked to go to the stored position; the records of this put are still from before. */
    record Sought(OptionalLong stored) implements PartitionCursor {

        long target() {
            return stored.orElse(BEGINNING);
        }

        @Override
        public Judgement judge(long offset) {
            return Judgement.COMES_AGAIN;
        }

        @Override
        public PartitionCursor settled() {
            return new Reading(stored);
        }
    }

    /** Records come from the stored position on. Gaps are normal: transaction markers, compaction. */
    record Reading(OptionalLong stored) implements PartitionCursor {

        Reading advancedTo(long position) {
            return new Reading(OptionalLong.of(position));
        }

        @Override
        public Judgement judge(long offset) {
            return stored.isPresent() && offset < stored.getAsLong() ? Judgement.WENT_BACK : Judgement.NEXT;
        }

        @Override
        public PartitionCursor settled() {
            return this;
        }
    }

    /** What a record is to the task. */
    enum Judgement {
        /** It follows what is stored. */
        NEXT,
        /** It is to be ignored: it will be delivered again after a seek. */
        COMES_AGAIN,
        /** It is before the place that was asked for: the topic is younger or shorter than the cache knows. */
        WENT_BACK
    }
}
