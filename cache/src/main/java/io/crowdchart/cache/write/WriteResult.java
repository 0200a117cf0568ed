package io.crowdchart.cache.write;

import java.util.Map;

/** What became of a batch. */
public sealed interface WriteResult {

    /** It was applied, and its positions are stored. */
    record Applied() implements WriteResult {}

    /**
     * It was refused and changed nothing: another position is stored than the batch starts from, or the charts are to be made
     * anew.
     *
     * @param stored the stored positions of the batch's partitions; a partition without one is missing
     */
    record Refused(Map<TopicPart, Position> stored) implements WriteResult {
        public Refused {
            stored = Map.copyOf(stored);
        }
    }
}
