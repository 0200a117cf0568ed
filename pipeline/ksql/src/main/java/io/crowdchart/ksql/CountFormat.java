package io.crowdchart.ksql;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** The bytes of a count: an object of one whole number, like {@code {"VOTES":2}}. */
final class CountFormat {

    private CountFormat() {}

    static Serde<Long> of(String column) {
        return Serdes.serdeFrom(
                (topic, count) -> count == null
                        ? null
                        : RowFormat.write(json -> {
                            json.writeStartObject();
                            json.writeNumberField(column, count);
                            json.writeEndObject();
                        }),
                (topic, bytes) -> bytes == null
                        ? null
                        : KsqlObject.parse(bytes).bigint(column).orElse(0L));
    }
}
