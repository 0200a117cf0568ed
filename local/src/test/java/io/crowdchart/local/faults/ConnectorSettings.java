package io.crowdchart.local.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.local.pipeline.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The configurations of the connectors as they are packaged, but for the way to Redis, the number of the sink's tasks, and
 * patience that runs out while a fault lasts.
 */
final class ConnectorSettings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ConnectorSettings() {}

    /** Of the source. */
    static Map<String, String> source(Plugin plugin) {
        Map<String, String> settings = new HashMap<>(packaged(plugin, "jetstream-source.json"));
        // Not shorter: a source that connects again repeats the last events, and nobody may look at a chart meanwhile.
        settings.put("jetstream.silence.timeout.ms", "15000");
        return settings;
    }

    /**
     * Of the sink.
     *
     * @param redisPort where the sink finds its Redis on 127.0.0.1
     * @param tasks among how many tasks the topics are dealt out
     */
    static Map<String, String> sink(Plugin plugin, int redisPort, int tasks) {
        Map<String, String> settings = new HashMap<>(packaged(plugin, "chart-sink.json"));
        settings.put("chart.redis.host", "127.0.0.1");
        settings.put("chart.redis.port", Integer.toString(redisPort));
        settings.put("chart.redis.command.timeout.ms", "500");
        settings.put("tasks.max", Integer.toString(tasks));
        // The topics have one partition each; by ranges one task would get them all.
        settings.put(
                "consumer.override.partition.assignment.strategy",
                "org.apache.kafka.clients.consumer.RoundRobinAssignor");
        return settings;
    }

    private static Map<String, String> packaged(Plugin plugin, String file) {
        try {
            return JSON.convertValue(
                    JSON.readTree(plugin.folder().resolve("etc").resolve(file).toFile())
                            .path("config"),
                    new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
