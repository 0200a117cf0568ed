package io.crowdchart.ksql;

import io.crowdchart.model.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/**
 * Puts a record that cannot be read aside, with the reason in its headers, and goes on. Made by Kafka Streams.
 *
 * <p>Kafka Streams is not told the name of the topic. If it were, its own handlers would write there as well, when a write
 * fails: on the thread of the producer, which waits a minute for itself then, and into a transaction that is aborted anyway.
 *
 * <p>Unlike the handlers that come with Kafka Streams it sends only the beginning of a long key or value, and no foreign
 * headers: a copy that is larger than what a producer may send aborts the transaction, and the same record comes again,
 * for ever. The headers have the names that Kafka Streams uses.
 */
public final class DeadLetters implements DeserializationExceptionHandler {

    /** How much of a key and of a value is kept, in bytes. */
    public static final int MAX_BYTES = 32_768;

    static final String EXCEPTION = "__streams.errors.exception";
    static final String MESSAGE = "__streams.errors.message";
    static final String TOPIC = "__streams.errors.topic";
    static final String PARTITION = "__streams.errors.partition";
    static final String OFFSET = "__streams.errors.offset";
    /** The size of the whole key in bytes; only where it was cut. */
    static final String KEY_BYTES = "key.bytes";
    /** The size of the whole value in bytes; only where it was cut. */
    static final String VALUE_BYTES = "value.bytes";

    /** There is nothing to choose. */
    @Override
    public void configure(Map<String, ?> configs) {}

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        return Response.resume(List.of(letter(record, exception)));
    }

    private static ProducerRecord<byte[], byte[]> letter(ConsumerRecord<byte[], byte[]> record, Exception exception) {
        @Nullable Long timestamp = record.timestamp() < 0 ? null : record.timestamp();
        ProducerRecord<byte[], byte[]> letter = new ProducerRecord<>(
                Topic.KSQL_DEAD_LETTERS.topicName(), null, timestamp, cut(record.key()), cut(record.value()));
        Headers headers = letter.headers();
        add(headers, EXCEPTION, exception.getClass().getName());
        add(headers, MESSAGE, String.valueOf(exception.getMessage()));
        add(headers, TOPIC, record.topic());
        add(headers, PARTITION, String.valueOf(record.partition()));
        add(headers, OFFSET, String.valueOf(record.offset()));
        addSizeIfCut(headers, KEY_BYTES, record.key());
        addSizeIfCut(headers, VALUE_BYTES, record.value());
        return letter;
    }

    private static byte @Nullable [] cut(byte @Nullable [] bytes) {
        return bytes == null || bytes.length <= MAX_BYTES ? bytes : Arrays.copyOf(bytes, MAX_BYTES);
    }

    private static void addSizeIfCut(Headers headers, String name, byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > MAX_BYTES) {
            add(headers, name, String.valueOf(bytes.length));
        }
    }

    private static void add(Headers headers, String name, String text) {
        byte @Nullable [] bytes = cut(text.getBytes(StandardCharsets.UTF_8));
        headers.add(name, bytes);
    }
}
