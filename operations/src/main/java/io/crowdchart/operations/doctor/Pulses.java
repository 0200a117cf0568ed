package io.crowdchart.operations.doctor;

import io.crowdchart.model.topic.Column;
import io.crowdchart.operations.count.JsonColumns;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads pulses: the records of the topics of heartbeats and of pulses, and what is stored in the cache. */
final class Pulses {

    private Pulses() {}

    /** The newest pulse by source; the key of a record is the source's name, plain or as a JSON text. */
    static Map<String, Instant> bySource(Collection<ConsumerRecord<byte[], byte[]>> records) {
        Map<String, Instant> pulses = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (record.key() != null && record.value() != null) {
                seenAt(record.value()).ifPresent(seen -> pulses.merge(source(record.key()), seen, Pulses::later));
            }
        }
        return pulses;
    }

    private static Optional<Instant> seenAt(byte[] value) {
        return JsonColumns.read(value)
                .flatMap(columns -> columns.number(Column.SEEN_AT))
                .map(Pulses::instant);
    }

    /** A time in microseconds since 1970. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static String source(byte[] key) {
        return JsonColumns.readText(key).orElseGet(() -> new String(key, StandardCharsets.UTF_8));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
