package io.crowdchart.operations.deadletter;

import java.util.Comparator;
import org.apache.kafka.common.TopicPartition;

/**
 * The place of a record in Kafka.
 *
 * @param topic its topic
 * @param partition the number of its partition, from 0
 * @param offset its offset
 */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::topic).thenComparing(Place::partition).thenComparing(Place::offset);

    /** Its partition. */
    public TopicPartition topicPartition() {
        return new TopicPartition(topic, partition);
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
