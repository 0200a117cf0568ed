package io.crowdchart.connect.chart;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** What records say, read once more and by other means than the sink's. */
final class Truth {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Truth() {}

    /** Changes charts by window and song. */
    static void apply(SinkRecord record, Map<String, Map<String, Long>> charts) {
        if (isBad(record)) {
            return;
        }
        JsonNode key = json(record.key());
        Map<String, Long> chart =
                charts.computeIfAbsent(key.isObject() ? key.get("DAY").asText() : "all", any -> new HashMap<>());
        String song = key.isObject() ? key.get("SONG").asText() : key.asText();
        long votes =
                record.value() == null ? 0 : json(record.value()).get("VOTES").asLong();
        chart.put(song, votes);
        chart.remove(song, 0L);
    }

    static boolean isBad(SinkRecord record) {
        return record.value() != null && !json(record.value()).path("VOTES").isNumber();
    }

    private static JsonNode json(Object bytes) {
        try {
            return JSON.readTree((byte[]) bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
