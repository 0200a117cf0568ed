package io.crowdchart.embedded.connect;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a worker needs to know.
 *
 * @param bootstrapServers where the broker is
 * @param pluginPath the folder that has one folder for each plugin
 * @param values what stands for <code>${env:NAME}</code> in connector configurations, by name
 * @param offsetFlush how often sources store their place and sinks commit their positions
 */
public record WorkerSettings(
        String bootstrapServers, Path pluginPath, Map<String, String> values, Duration offsetFlush) {

    private static final String ENV = "config.providers.env.";

    public WorkerSettings {
        values = Map.copyOf(values);
    }

    /** With an offset flush every 5 seconds. */
    public static WorkerSettings of(String bootstrapServers, Path pluginPath, Map<String, String> values) {
        return new WorkerSettings(bootstrapServers, pluginPath, values, Duration.ofSeconds(5));
    }

    /** As the worker reads them. */
    Map<String, String> toProperties() {
        Map<String, String> properties = new HashMap<>(Map.of(
                "bootstrap.servers", bootstrapServers,
                "group.id", "crowd-chart-connect",
                // Port 0: the worker takes a free one and tells which.
                "listeners", "http://127.0.0.1:0",
                "rest.advertised.host.name", "127.0.0.1",
                "plugin.path", pluginPath.toAbsolutePath().toString(),
                "plugin.discovery", "service_load",
                "key.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "exactly.once.source.support", "enabled",
                "offset.flush.interval.ms", Long.toString(offsetFlush.toMillis())));
        properties.putAll(Map.of(
                "config.storage.topic", "connect-configs",
                "config.storage.replication.factor", "1",
                "offset.storage.topic", "connect-offsets",
                "offset.storage.replication.factor", "1",
                "offset.storage.partitions", "1",
                "status.storage.topic", "connect-status",
                "status.storage.replication.factor", "1",
                "status.storage.partitions", "1",
                // There is nobody to wait for.
                "scheduled.rebalance.max.delay.ms", "0"));
        // A killed worker is missed for this long by the one that takes its place.
        properties.put("session.timeout.ms", "3000");
        properties.put("heartbeat.interval.ms", "1000");
        properties.put("config.providers", "env");
        properties.put(ENV + "class", GivenValues.class.getName());
        values.forEach((name, value) -> properties.put(ENV + "param." + name, value));
        return properties;
    }

    /** Without the values: there are secrets among them. */
    @Override
    public String toString() {
        return "WorkerSettings[" + bootstrapServers + ", " + pluginPath + ", values of "
                + values.keySet().stream().sorted().toList() + "]";
    }
}
