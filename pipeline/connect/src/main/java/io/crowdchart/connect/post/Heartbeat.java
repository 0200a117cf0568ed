package io.crowdchart.connect.post;

import io.crowdchart.model.topic.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * The time up to which a source has seen posts; its record has the source's name as its key.
 *
 * @param seenAt the newest event that was handed out before it
 * @param zone the time zone of the chart
 */
public record Heartbeat(Instant seenAt, ZoneId zone) {

    /** The name by which the transform knows a heartbeat. */
    public static final String SCHEMA_NAME = "io.crowdchart.Heartbeat";

    /** The schema of a heartbeat's record; its fields are the columns that KSQL reads. */
    public static final Schema SCHEMA = SchemaBuilder.struct()
            .name(SCHEMA_NAME)
            .version(1)
            .doc("The time up to which a source has seen posts.")
            .field(Column.SEEN_AT, Schema.INT64_SCHEMA)
            .field(Column.ZONE, Schema.STRING_SCHEMA)
            .build();

    /** The value of its record. */
    public Struct toStruct() {
        return new Struct(SCHEMA).put(Column.SEEN_AT, Microseconds.of(seenAt)).put(Column.ZONE, zone.getId());
    }

    /**
     * Reads the value of a record.
     *
     * @throws DataException if a field is missing or of another type, or the zone is none
     */
    public static Heartbeat from(Struct struct) {
        var fields = new StructFields("a heartbeat", struct);
        try {
            return new Heartbeat(
                    Microseconds.toInstant(fields.int64(Column.SEEN_AT)), ZoneId.of(fields.text(Column.ZONE)));
        } catch (DateTimeException e) {
            throw new DataException("the field '" + Column.ZONE + "' of a heartbeat is a time zone", e);
        }
    }
}
