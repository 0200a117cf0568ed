package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.PluginVersion;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Brings the posts of a Jetstream host, and heartbeats, to {@code VoteExtractor}. Always one task: a stream has one place.
 *
 * <p>With exactly-once support of the worker, records and the place in the stream are stored together; posts still come
 * twice after a restart, on purpose, and are the same rows again.
 */
public final class JetstreamSource extends SourceConnector {

    private Map<String, String> settings = Map.of();

    @Override
    public void start(Map<String, String> props) {
        settings = Map.copyOf(props);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return JetstreamSourceTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings);
    }

    @Override
    public void stop() {
        // Only the task holds anything open.
    }

    @Override
    public ConfigDef config() {
        return JetstreamSourceConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> connectorConfigs) {
        Config config = super.validate(connectorConfigs);
        mustNotExceed(config, JetstreamSourceConfig.BACKOFF_MIN, JetstreamSourceConfig.BACKOFF_MAX);
        return config;
    }

    private static void mustNotExceed(Config config, String lower, String upper) {
        ConfigValue low = value(config, lower);
        ConfigValue high = value(config, upper);
        if (low.value() instanceof Integer least && high.value() instanceof Integer most && least > most) {
            low.addErrorMessage("Invalid value " + least + " for configuration " + lower + ": must not be greater than "
                    + upper + ", which is " + most);
        }
    }

    private static ConfigValue value(Config config, String name) {
        return config.configValues().stream()
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no setting " + name));
    }

    @Override
    public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> connectorConfig) {
        return ExactlyOnceSupport.SUPPORTED;
    }

    /**
     * Accepts any place in the stream; the place is all that the source keeps.
     *
     * @throws org.apache.kafka.connect.errors.ConnectException if a partition is not this source's or an offset is no time
     */
    @Override
    public boolean alterOffsets(Map<String, String> connectorConfig, Map<Map<String, ?>, Map<String, ?>> offsets) {
        String source = new JetstreamSourceConfig(connectorConfig).source();
        offsets.forEach((partition, offset) -> {
            // Without an offset the entry is removed, and that may well be a wrong one.
            if (SourceOffset.from(offset).isPresent()) {
                SourceOffset.checkPartition(partition, source);
            }
        });
        return true;
    }

    @Override
    public String version() {
        return PluginVersion.current();
    }
}
