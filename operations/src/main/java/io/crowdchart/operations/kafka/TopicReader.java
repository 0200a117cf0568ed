package io.crowdchart.operations.kafka;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.cluster.WrongUseException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads topics from their beginning, further with every call. One thread at a time. */
public final class TopicReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration SILENCE_LIMIT = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    /**
     * A reader of all partitions of some topics.
     *
     * @throws WrongUseException if one of them does not exist
     */
    public TopicReader(KafkaClients clients, Collection<Topic> topics) {
        this.consumer = clients.reader();
        try {
            topics.forEach(topic -> partitions.addAll(partitionsOf(topic)));
            consumer.assign(partitions);
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Is shown records in the order of each partition, and how far the reading is. */
    public interface Visitor {

        /** The next record. */
        void visit(ConsumerRecord<byte[], byte[]> record);

        /** So many of about so many offsets have been passed. */
        default void passed(long done, long all) {}
    }

    /**
     * Reads on to where the committed records end now.
     *
     * @throws WrongUseException if Kafka gives no more records before that
     */
    public void readOn(Visitor visitor) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        long all = left(ends);
        long left = all;
        long lastStep = System.nanoTime();
        while (left > 0) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                visitor.visit(record);
            }
            long leftNow = left(ends);
            if (leftNow < left) {
                lastStep = System.nanoTime();
            } else if (System.nanoTime() - lastStep > SILENCE_LIMIT.toNanos()) {
                throw new WrongUseException("Kafka gave no record for " + SILENCE_LIMIT.toSeconds() + " s, with " + left
                        + " offsets to go");
            }
            left = leftNow;
            visitor.passed(all - left, all);
        }
    }

    /** The offsets of the records to be read next. */
    public Map<TopicPartition, Long> positions() {
        return partitions.stream().collect(Collectors.toMap(partition -> partition, consumer::position));
    }

    private long left(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue() - consumer.position(end.getKey())))
                .sum();
    }

    private List<TopicPartition> partitionsOf(Topic topic) {
        @Nullable List<PartitionInfo> found = consumer.partitionsFor(topic.topicName());
        if (found == null || found.isEmpty()) {
            throw new WrongUseException(
                    "the topic " + topic.topicName() + " does not exist; scripts/chart topics --create makes it");
        }
        return found.stream()
                .map(info -> new TopicPartition(topic.topicName(), info.partition()))
                .toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
