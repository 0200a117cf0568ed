package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.TopicPart;
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
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.sink.SinkRecord;

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

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    private ConsumerRead(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    static ConsumerRead begin(KafkaSettings settings, Map<TopicPart, Stretch> stretches) {
        Map<String, Object> properties = new HashMap<>(DEFAULTS);
        properties.putAll(settings.client());
        properties.putAll(FIXED);
        try {
            var read = new ConsumerRead(
                    new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            read.seek(stretches);
            return read;
        } catch (KafkaException e) {
            throw new TopicsUnavailableException("the topics cannot be read now: " + e, e);
        }
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
            throw new TopicsUnavailableException("the topics cannot be read now: " + e, e);
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
                record.timestampType());
    }

    @Override
    public boolean isDone() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO));
    }
}
