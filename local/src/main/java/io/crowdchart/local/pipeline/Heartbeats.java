package io.crowdchart.local.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the heartbeats of the source. The source writes in transactions, so that whoever sees a heartbeat can see all posts
 * before it. What others write into the topic, or nobody can read, says nothing. One thread at a time.
 */
final class Heartbeats implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Heartbeats.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration POLL = Duration.ofMillis(20);
    private static final byte[] SOURCE = "bluesky".getBytes(StandardCharsets.UTF_8);

    private final Consumer<byte[], byte[]> consumer;
    private long newest;

    Heartbeats(String bootstrapServers) {
        this.consumer = CommittedRecords.reader(bootstrapServers);
        consumer.assign(List.of(new TopicPartition(Topic.HEARTBEATS.topicName(), 0)));
    }

    /** Up to when posts have reached Kafka, in microseconds since 1970; 0 if nothing is known. */
    long newest() {
        for (ConsumerRecord<byte[], byte[]> heartbeat : consumer.poll(POLL)) {
            if (Arrays.equals(heartbeat.key(), SOURCE)) {
                newest = Math.max(newest, seenAt(heartbeat.value()));
            }
        }
        return newest;
    }

    private static long seenAt(byte @Nullable [] value) {
        try {
            return value == null ? 0 : JSON.readTree(value).path(Column.SEEN_AT).asLong();
        } catch (IOException e) {
            LOGGER.debug("a heartbeat cannot be read", e);
            return 0;
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
