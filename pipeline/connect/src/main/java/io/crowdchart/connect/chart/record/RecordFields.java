package io.crowdchart.connect.chart.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Takes the parts of a record of JSON. Every part that is not as expected ends in a {@link BadRecordException}. */
final class RecordFields {

    private final SinkRecord record;

    RecordFields(SinkRecord record) {
        this.record = record;
    }

    JsonNode key() {
        return json("the key", record.key());
    }

    JsonNode value() {
        return json("the value", record.value());
    }

    /** Of no bytes at all, JSON's null. */
    private JsonNode json(String name, @Nullable Object part) {
        if (part == null) {
            return NullNode.getInstance();
        }
        if (!(part instanceof byte[] bytes)) {
            throw new ConnectException("the sink takes bytes, and " + name + " of " + record.topic() + " is "
                    + part.getClass().getName() + ": key.converter and value.converter must be "
                    + "org.apache.kafka.connect.converters.ByteArrayConverter");
        }
        return JsonBytes.read(bytes)
                .orElseThrow(() -> bad(
                        BadRecordReason.JSON,
                        name + " must be JSON in UTF-8 of at most " + JsonBytes.MAX_BYTES + " bytes"));
    }

    JsonNode object(BadRecordReason reason, String name, JsonNode part) {
        if (part.isObject()) {
            return part;
        }
        throw bad(reason, name + " must be a JSON object");
    }

    String text(BadRecordReason reason, String name, @Nullable JsonNode part, int maxLength) {
        if (part != null && part.isTextual()) {
            String text = part.textValue();
            if (!text.isBlank() && text.length() <= maxLength) {
                return text;
            }
        }
        throw bad(reason, name + " must be a text of 1 to " + maxLength + " characters that is not blank");
    }

    long number(BadRecordReason reason, String name, @Nullable JsonNode part, long min, long max) {
        if (part != null && part.isIntegralNumber() && part.canConvertToLong()) {
            long number = part.longValue();
            if (number >= min && number <= max) {
                return number;
            }
        }
        throw bad(reason, name + " must be a whole number from " + min + " to " + max);
    }

    /** A text that is written in a certain way. */
    <T> T written(
            BadRecordReason reason, String expected, @Nullable JsonNode part, Function<String, Optional<T>> reader) {
        Optional<T> read = part != null && part.isTextual() ? reader.apply(part.textValue()) : Optional.empty();
        return read.orElseThrow(() -> bad(reason, expected));
    }

    BadRecordException bad(BadRecordReason reason, String expected) {
        return new BadRecordException(record, reason, expected);
    }
}
