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

    /**
     * What the headers of a letter say.
     *
     * @param stage the step of Connect that could not go on; empty for a letter of the aggregation
     */
    record Letter(String stage, String reason) {

        /** Whether it gives a reason; one of the sink says it in its own words, which do not quote the record. */
        boolean isGood() {
            return stage.isEmpty()
                    ? !reason.isEmpty()
                    : stage.equals("TASK_PUT")
                            && reason.startsWith("unusable record at offset ")
                            && !reason.contains(Poison.MARK);
        }
    }

    /** The names of the headers in a dead letter topic. */
    private record Headers(String topic, String partition, String offset, String stage, String reason) {}

    private static final Headers OF_CONNECT = new Headers(
            "__connect.errors.topic",
            "__connect.errors.partition",
            "__connect.errors.offset",
            "__connect.errors.stage",
            "__connect.errors.exception.message");

    private static final Headers OF_STREAMS = new Headers(
            "__streams.errors.topic",
            "__streams.errors.partition",
            "__streams.errors.offset",
            "no stage",
            "__streams.errors.message");

    /** All letters, by the origin of their record. */
    static Map<Origin, Letter> all(String bootstrapServers) {
        Map<Origin, Letter> letters = new HashMap<>();
        add(letters, bootstrapServers, Topic.CHART_DEAD_LETTERS, OF_CONNECT);
        add(letters, bootstrapServers, Topic.KSQL_DEAD_LETTERS, OF_STREAMS);
        return letters;
    }

    private static void add(Map<Origin, Letter> letters, String bootstrapServers, Topic topic, Headers names) {
        for (ConsumerRecord<byte[], byte[]> letter : TopicReader.read(bootstrapServers, topic.topicName())) {
            Origin origin = new Origin(
                    text(letter, names.topic()),
                    Integer.parseInt(text(letter, names.partition())),
                    Long.parseLong(text(letter, names.offset())));
            letters.put(origin, new Letter(text(letter, names.stage()), text(letter, names.reason())));
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> letter, String name) {
        @Nullable Header header = letter.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
