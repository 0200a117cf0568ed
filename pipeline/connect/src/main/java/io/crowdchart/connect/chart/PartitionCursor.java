package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.Position;
import java.util.Optional;

/**
 * What the task knows about its place in a partition. {@code stored} is the position in the cache; there is none before the
 * charts were found sound or made anew.
 */
sealed interface PartitionCursor {

    /** What to do with a record at an offset. */
    Judgement judge(long offset);

    /** After the put in which a seek was asked for is over, what comes next comes from there. */
    PartitionCursor settled();

    /** The position that the cache is known to have. */
    Optional<Position> stored();

    /** It is not known whether the charts can be trusted, or where they are. */
    record Unread() implements PartitionCursor {

        Sought sought(Position position) {
            return new Sought(position);
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
        public Optional<Position> stored() {
            return Optional.empty();
        }
    }

    /** Connect was asked to go to the stored position; the records of this put are still from before. */
    record Sought(Position position) implements PartitionCursor {

        @Override
        public Judgement judge(long offset) {
            return Judgement.COMES_AGAIN;
        }

        @Override
        public PartitionCursor settled() {
            return new Reading(position);
        }

        @Override
        public Optional<Position> stored() {
            return Optional.of(position);
        }
    }

    /** Records come from the stored position on. Gaps are normal: transaction markers, compaction. */
    record Reading(Position position) implements PartitionCursor {

        Reading advancedTo(long offset) {
            return new Reading(position.at(offset));
        }

        @Override
        public Judgement judge(long offset) {
            return offset < position.offset() ? Judgement.WENT_BACK : Judgement.NEXT;
        }

        @Override
        public PartitionCursor settled() {
            return this;
        }

        @Override
        public Optional<Position> stored() {
            return Optional.of(position);
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
