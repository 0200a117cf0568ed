package io.crowdchart.local.faults;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** The records that were put aside, seen from where they came. */
final class DeadLetters {

    private DeadLetters() {}

    /** Where a record stood. */
    record Origin(String topic, int partition, long offset) {}

    /** The names of the headers in a dead letter topic. */
    private record Headers(String topic, String partition, String offset, String reason) {}

    private static final Headers OF_CONNECT = new Headers(
            "__connect.errors.topic",
            "__connect.errors.partition",
            "__connect.errors.offset",
            "__connect.errors.exception.message");

    private static final Headers OF_STREAMS = new Headers(
            "__streams.errors.topic",
            "__streams.errors.partition",
            "__streams.errors.offset",
            "__streams.errors.message");

    /** Why a record was put aside, by its origin; an empty text if its letter gives no reason. */
    static Map<Origin, String> reasons(String bootstrapServers) {
        Map<Origin, String> reasons = new HashMap<>();
        add(reasons, bootstrapServers, Topic.CHART_DEAD_LETTERS, OF_CONNECT);
        add(reasons, bootstrapServers, Topic.KSQL_DEAD_LETTERS, OF_STREAMS);
        return reasons;
    }

    private static void add(Map<Origin, String> reasons, String bootstrapServers, Topic letters, Headers names) {
        for (ConsumerRecord<byte[], byte[]> letter : TopicReader.read(bootstrapServers, letters.topicName())) {
            Origin origin = new Origin(
                    text(letter, names.topic()),
                    Integer.parseInt(text(letter, names.partition())),
                    Long.parseLong(text(letter, names.offset())));
            reasons.put(origin, text(letter, names.reason()));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        @Nullable Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
