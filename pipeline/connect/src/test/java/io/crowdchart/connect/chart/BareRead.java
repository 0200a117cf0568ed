package io.crowdchart.connect.chart;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads topics to their ends with a new consumer and does nothing with the records: the least that a rebuild could cost.
 *
 * @param records how many there were
 * @param time how long it took
 * @param keys all keys
 */
record BareRead(long records, Duration time, Set<String> keys) {

    static BareRead of(String bootstrapServers, Topic... topics) {
        long begun = System.nanoTime();
        long records = 0;
        Set<String> keys = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Arrays.stream(topics)
                    .map(topic -> new TopicPartition(topic.topicName(), 0))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    records++;
                    if (topics.length == 1) {
                        keys.add(new String(record.key(), StandardCharsets.UTF_8));
                    }
                }
            }
            return new BareRead(records, Duration.ofNanos(System.nanoTime() - begun), keys);
        }
    }
}
