package io.crowdchart.local.faults;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.local.pipeline.Plugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The configuration of the sink as it is packaged, but for the way to Redis and the number of its tasks. */
final class SinkSettings {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SinkSettings() {}

    /**
     * A configuration.
     *
     * @param redisPort where the sink finds its Redis on 127.0.0.1
     * @param tasks among how many tasks the topics are dealt out
     */
    static Map<String, String> of(Plugin plugin, int redisPort, int tasks) {
        Map<String, String> settings = new HashMap<>(packaged(plugin));
        settings.put("chart.redis.host", "127.0.0.1");
        settings.put("chart.redis.port", Integer.toString(redisPort));
        settings.put("tasks.max", Integer.toString(tasks));
        // The topics have one partition each; by ranges one task would get them all.
        settings.put(
                "consumer.override.partition.assignment.strategy",
                "org.apache.kafka.clients.consumer.RoundRobinAssignor");
        return settings;
    }

    private static Map<String, String> packaged(Plugin plugin) {
        try {
            return JSON.convertValue(
                    JSON.readTree(plugin.folder()
                                    .resolve("etc")
                                    .resolve("chart-sink.json")
                                    .toFile())
                            .path("config"),
                    new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
