package io.crowdchart.connect.chart.topics;

import java.util.Map;
import java.util.TreeSet;

/**
 * How to reach Kafka.
 *
 * @param client settings for every client, with {@code bootstrap.servers} among them
 */
public record KafkaSettings(Map<String, String> client) {

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";

    public KafkaSettings {
        if (client.getOrDefault(BOOTSTRAP_SERVERS, "").isBlank()) {
            throw new IllegalArgumentException("the address of Kafka is needed, was none");
        }
        client = Map.copyOf(client);
    }

    /** Without the values: there may be secrets among them. */
    @Override
    public String toString() {
        return client.get(BOOTSTRAP_SERVERS) + ", settings " + new TreeSet<>(client.keySet());
    }
}
