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
        return part instanceof Map<?, ?> map ? map : fail(reason, name + " must be a JSON object");
    }

    String text(BadRecordReason reason, String name, @Nullable Object part, int maxLength) {
        return part instanceof String text && !text.isBlank() && text.length() <= maxLength
                ? text
                : fail(reason, name + " must be a text of 1 to " + maxLength + " characters that is not blank");
    }

    long number(BadRecordReason reason, String name, @Nullable Object part, long min, long max) {
        return part instanceof Long number && number >= min && number <= max
                ? number
                : fail(reason, name + " must be a whole number from " + min + " to " + max);
    }

    /** A text that is written in a certain way. */
    <T> T written(BadRecordReason reason, String expected, @Nullable Object part, Function<String, Optional<T>> reader) {
        Optional<T> read = part instanceof String text ? reader.apply(text) : Optional.empty();
        return read.isPresent() ? read.get() : fail(reason, expected);
    }

    <T> T fail(BadRecordReason reason, String expected) {
        throw new BadRecordException(record, reason, expected);
    }
}
