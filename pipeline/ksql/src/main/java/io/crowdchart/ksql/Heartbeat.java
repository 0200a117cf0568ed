package io.crowdchart.ksql;

import com.fasterxml.jackson.core.JsonGenerator;
import io.crowdchart.model.topic.Column;
import java.io.IOException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about itself.
 *
 * @param seenAt the time up to which it has seen posts, in microseconds since 1970; null if it does not say
 * @param zone the time zone of the chart; null if it does not say, or too much
 */
record Heartbeat(@Nullable Long seenAt, @Nullable String zone) {

    /** The latest of each column; a later one that is silent about a column leaves it as it was. */
    Heartbeat then(Heartbeat next) {
        return new Heartbeat(next.seenAt == null ? seenAt : next.seenAt, next.zone == null ? zone : next.zone);
    }

    static Serde<Heartbeat> format() {
        return Serdes.serdeFrom(
                (topic, heartbeat) -> heartbeat == null ? null : RowFormat.write(heartbeat::writeTo),
                (topic, bytes) -> bytes == null ? null : read(KsqlObject.parse(bytes)));
    }

    private void writeTo(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeFieldName(Column.SEEN_AT);
        if (seenAt == null) {
            json.writeNull();
        } else {
            json.writeNumber(seenAt);
        }
        json.writeStringField(Column.ZONE, zone);
        json.writeEndObject();
    }

    private static Heartbeat read(KsqlObject object) {
        return new Heartbeat(
                object.bigint(Column.SEEN_AT).orElse(null),
                object.text(Column.ZONE)
                        .filter(zone -> Limits.allow(Column.ZONE, zone))
                        .orElse(null));
    }
}
