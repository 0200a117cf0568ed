package io.crowdchart.local.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Follows the heartbeats of the source. The source writes in transactions, so that whoever sees a heartbeat can see all posts
 * before it. One thread at a time.
 */
final class Heartbeats implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(20);

    private final Consumer<byte[], byte[]> consumer;
    private long newest;

    Heartbeats(String bootstrapServers) {
        this.consumer = CommittedRecords.reader(bootstrapServers);
        consumer.assign(List.of(new TopicPartition(Topic.HEARTBEATS.topicName(), 0)));
    }

    /** Up to when posts have reached Kafka, in microseconds since 1970; 0 if nothing is known. */
    long newest() {
        for (ConsumerRecord<byte[], byte[]> heartbeat : consumer.poll(POLL)) {
            newest = Math.max(newest, seenAt(heartbeat.value()));
        }
        return newest;
    }

    private static long seenAt(byte[] value) {
        try {
            return JSON.readTree(value).path(Column.SEEN_AT).asLong();
        } catch (IOException e) {
            throw new UncheckedIOException("a heartbeat is no JSON", e);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
