package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.TopicPart;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads with a consumer that belongs to no group. */
final class ConsumerRead implements TopicRead {

    private static final Map<String, Object> DEFAULTS = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 20_000,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 8 << 20,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);

    private static final Map<String, Object> FIXED = Map.of(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed",
            // A gap must not be jumped over.
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false");

    /** A position is known at once, but for a partition that has just got another leader. */
    private static final Duration PATIENCE = Duration.ofMillis(50);

    private static final Logger LOGGER = LoggerFactory.getLogger(ConsumerRead.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();
    private long reached;

    private ConsumerRead(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static ConsumerRead begin(KafkaSettings settings, Map<TopicPart, Stretch> stretches) {
        Map<String, Object> properties = new HashMap<>(DEFAULTS);
        properties.putAll(settings.client());
        properties.putAll(FIXED);
        try {
            return begin(
                    new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                    stretches);
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    /** Reads with a consumer, and closes it in the end. */
    static ConsumerRead begin(Consumer<byte[], byte[]> consumer, Map<TopicPart, Stretch> stretches) {
        var read = new ConsumerRead(consumer);
        try {
            read.seek(stretches);
            return read;
        } catch (KafkaException e) {
            read.close();
            throw unavailable(e);
        }
    }

    private static TopicsUnavailableException unavailable(KafkaException problem) {
        return new TopicsUnavailableException("the topics cannot be read now: " + problem, problem);
    }

    private void seek(Map<TopicPart, Stretch> stretches) {
        Map<TopicPartition, Long> starts = new HashMap<>();
        stretches.forEach((part, stretch) -> {
            if (!stretch.isEmpty()) {
                TopicPartition partition = new TopicPartition(part.topic(), part.partition());
                starts.put(partition, stretch.from());
                ends.put(partition, stretch.to());
            }
        });
        consumer.assign(starts.keySet());
        starts.forEach(consumer::seek);
    }

    @Override
    public List<SinkRecord> next(Duration patience) {
        try {
            ConsumerRecords<byte[], byte[]> polled = consumer.poll(patience);
            List<SinkRecord> records = new ArrayList<>(polled.count());
            ends.forEach((partition, end) -> polled.records(partition).stream()
                    .filter(record -> record.offset() < end)
                    .forEach(record -> records.add(sinkRecord(record))));
            return records;
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    private static SinkRecord sinkRecord(ConsumerRecord<byte[], byte[]> record) {
        return new SinkRecord(
                record.topic(),
                record.partition(),
                null,
                record.key(),
                null,
                record.value(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                headers(record));
    }

    /** As texts, which Connect writes as they were when the record becomes a dead letter. */
    private static ConnectHeaders headers(ConsumerRecord<byte[], byte[]> record) {
        ConnectHeaders headers = new ConnectHeaders();
        record.headers().forEach(header -> {
            if (header.value() == null) {
                headers.add(header.key(), SchemaAndValue.NULL);
            } else {
                headers.addString(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return headers;
    }

    @Override
    public boolean isDone() {
        try {
            boolean done = true;
            long sum = 0;
            for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
                long position = consumer.position(end.getKey(), PATIENCE);
                done &= position >= end.getValue();
                sum += position;
            }
            reached = sum;
            return done;
        } catch (TimeoutException e) {
            LOGGER.debug("it is not known yet how far the topics are read", e);
            return false;
        } catch (KafkaException e) {
            throw unavailable(e);
        }
    }

    @Override
    public long reached() {
        return reached;
    }

    @Override
    public void close() {
        try {
            consumer.close(CloseOptions.timeout(Duration.ZERO));
        } catch (KafkaException e) {
            // It is closed all the same, and what was read is read.
            LOGGER.debug("a consumer was not closed in peace", e);
        }
    }
}
