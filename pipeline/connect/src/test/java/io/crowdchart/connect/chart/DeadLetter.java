package io.crowdchart.connect.chart;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * A record of the dead letter queue.
 *
 * @param value the record's value as it was
 * @param headers why it is there, by header name
 */
record DeadLetter(String value, Map<String, String> headers) {

    /** The first ones, as soon as there are so many. */
    static List<DeadLetter> read(String bootstrapServers, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topic.CHART_DEAD_LETTERS.topicName(), 0)));
            List<DeadLetter> letters = new ArrayList<>();
            while (letters.size() < count) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> letters.add(of(record)));
            }
            return letters;
        }
    }

    private static DeadLetter of(ConsumerRecord<String, String> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers()
                .forEach(header -> headers.put(
                        header.key(),
                        header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8)));
        return new DeadLetter(record.value(), headers);
    }

    String header(String name) {
        return headers.getOrDefault("__connect.errors." + name, "");
    }
}
