package io.crowdchart.embedded.connect;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;

/**
 * Fills placeholders from values that stand in the worker's own settings ({@code config.providers.env.param.NAME}). Under
 * the name {@code env} it takes the place of Kafka's provider that reads the environment, so that the same connector files
 * work in both.
 */
public final class GivenValues implements ConfigProvider {

    private final Map<String, String> values = new HashMap<>();

    @Override
    public void configure(Map<String, ?> configs) {
        configs.forEach((name, value) -> values.put(name, String.valueOf(value)));
    }

    @Override
    public ConfigData get(String path) {
        return new ConfigData(Map.copyOf(values));
    }

    /**
     * The values of some names.
     *
     * @throws ConfigException if one has no value: otherwise the placeholder itself would pass as the value
     */
    @Override
    public ConfigData get(String path, Set<String> keys) {
        Collection<String> missing = new TreeSet<>(keys);
        missing.removeAll(values.keySet());
        if (!missing.isEmpty()) {
            throw new ConfigException("the worker was given no value for " + String.join(", ", missing));
        }
        Map<String, String> found = new HashMap<>(values);
        found.keySet().retainAll(keys);
        return new ConfigData(found);
    }

    @Override
    public void close() {}
}
