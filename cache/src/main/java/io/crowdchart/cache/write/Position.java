package io.crowdchart.cache.write;

/**
 * A place in a partition.
 *
 * @param topicId the id that Kafka gave to the topic when it was made; a topic that is made anew, or in another cluster, has
 *     another one, and its offsets mean something else
 * @param offset the offset of the record to read next
 */
public record Position(String topicId, long offset) {

    public Position {
        if (topicId.isBlank()) {
            throw new IllegalArgumentException("a position needs the id of its topic, has none");
        }
        if (offset < 0) {
            throw new IllegalArgumentException("offsets start at 0, was " + offset);
        }
    }

    /** The place further on in the same topic. */
    public Position at(long laterOffset) {
        return new Position(topicId, laterOffset);
    }
}
