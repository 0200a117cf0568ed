package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * How the topics are.
 *
 * @param askedAt nothing here is older
 * @param parts every partition of the topics that there are
 * @param missing the topics that there are not
 * @param committed the positions that the sink's group has in Kafka, where they say of which topic they are
 */
public record TopicsNow(
        Instant askedAt, Map<TopicPart, PartNow> parts, Set<String> missing, Map<TopicPart, Position> committed) {

    public TopicsNow {
        parts = Map.copyOf(parts);
        missing = Set.copyOf(missing);
        committed = Map.copyOf(committed);
    }

    /**
     * How a partition is.
     *
     * @param topicId the id of its topic
     * @param start the offset of its first record
     * @param end the offset behind its last committed record
     * @param tombstonesStay how long a null value stays at least, after which the log may forget that there was one
     */
    public record PartNow(String topicId, long start, long end, Duration tombstonesStay) {

        public Position first() {
            return new Position(topicId, start);
        }

        public Position last() {
            return new Position(topicId, end);
        }
    }
}
