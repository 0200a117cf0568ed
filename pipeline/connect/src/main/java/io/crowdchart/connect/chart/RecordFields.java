package io.crowdchart.connect.chart;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes the parts of a record that came through {@code JsonConverter} without schemas: objects are maps, whole numbers are
 * longs. Every part that is not as expected ends in a {@link BadRecordException}.
 */
final class RecordFields {

    private final SinkRecord record;

    RecordFields(SinkRecord record) {
        this.record = record;
    }

    Map<?, ?> object(BadRecordReason reason, String name, @Nullable Object part) {
        if (part instanceof Map<?, ?> map) {
            return map;
        }
        throw bad(reason, name + " must be a JSON object");
    }

    String text(BadRecordReason reason, String name, @Nullable Object part, int maxLength) {
        if (part instanceof String text && !text.isBlank() && text.length() <= maxLength) {
            return text;
        }
        throw bad(reason, name + " must be a text of 1 to " + maxLength + " characters that is not blank");
    }

    long number(BadRecordReason reason, String name, @Nullable Object part, long min, long max) {
        if (part instanceof Long number && number >= min && number <= max) {
            return number;
        }
        throw bad(reason, name + " must be a whole number from " + min + " to " + max);
    }

    /** A text that is written in a certain way. */
    <T> T written(
            BadRecordReason reason, String expected, @Nullable Object part, Function<String, Optional<T>> reader) {
        Optional<T> read = part instanceof String text ? reader.apply(text) : Optional.empty();
        return read.orElseThrow(() -> bad(reason, expected));
    }

    BadRecordException bad(BadRecordReason reason, String expected) {
        return new BadRecordException(record, reason, expected);
    }
}
