package io.crowdchart.connect.jetstream;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * What Connect stores about a source: partition {@code {"source":"bluesky"}}, offset {@code {"time_us":1779719009157119}}.
 *
 * @param timeUs the newest time that was handed out
 */
record SourceOffset(long timeUs) {

    private static final String SOURCE = "source";
    private static final String TIME_US = "time_us";

    static Map<String, String> partition(String source) {
        return Map.of(SOURCE, source);
    }

    Map<String, Long> toMap() {
        return Map.of(TIME_US, timeUs);
    }

    /**
     * Reads a stored offset; nothing if none is stored.
     *
     * @throws ConnectException if it is anything else than a time
     */
    static Optional<SourceOffset> from(@Nullable Map<String, ?> stored) {
        if (stored == null) {
            return Optional.empty();
        }
        Object value = stored.get(TIME_US);
        if (!stored.keySet().equals(Set.of(TIME_US))
                || !(value instanceof Long timeUs)
                || timeUs < EventParser.FIRST_TIME_US) {
            throw new ConnectException("an offset of a Jetstream source looks like {\"" + TIME_US
                    + "\":1779719009157119}: microseconds since 1970, from " + EventParser.FIRST_TIME_US + " on, was "
                    + stored);
        }
        return Optional.of(new SourceOffset(timeUs));
    }

    /**
     * Checks a partition that somebody wants to change.
     *
     * @throws ConnectException if it is not this source's
     */
    static void checkPartition(Map<String, ?> partition, String source) {
        if (!partition.equals(partition(source))) {
            throw new ConnectException(
                    "the only partition of this source is {\"" + SOURCE + "\":\"" + source + "\"}, was " + partition);
        }
    }
}
