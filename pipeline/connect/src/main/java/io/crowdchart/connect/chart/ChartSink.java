package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.connect.PluginVersion;
import io.crowdchart.connect.chart.record.ChartedTopics;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;

/**
 * Keeps the charts in the cache equal to the ranking topics.
 *
 * <p>Its positions live in the cache, together with the charts. Resetting the connector's offsets through Connect's REST
 * interface therefore makes the charts anew, and needs the cache to be there; setting particular offsets makes no sense.
 */
public final class ChartSink extends SinkConnector {

    private final Function<RedisConfig, ChartWriter> writers;
    private Map<String, String> settings = Map.of();

    /** For Kafka Connect. */
    public ChartSink() {
        this(redis -> new RedisCharts(redis, Clock.systemUTC()).writer());
    }

    ChartSink(Function<RedisConfig, ChartWriter> writers) {
        this.writers = writers;
    }

    @Override
    public void start(Map<String, String> properties) {
        ChartedTopics.problem(properties).ifPresent(problem -> {
            throw new ConfigException(problem);
        });
        ConverterCheck.SETTINGS.forEach(
                setting -> ConverterCheck.problem(setting, properties).ifPresent(problem -> {
                    throw new ConfigException(problem);
                }));
        for (RefusedSetting refused : RefusedSetting.values()) {
            refused.problem(properties).ifPresent(problem -> {
                throw new ConfigException(problem);
            });
        }
        ChartSinkConfig.from(properties);
        settings = Map.copyOf(properties);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ChartSinkTask.class;
    }

    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return Collections.nCopies(maxTasks, settings);
    }

    @Override
    public void stop() {
        // There is nothing to end: the tasks do the work.
    }

    @Override
    public ConfigDef config() {
        return ChartSinkConfig.definition();
    }

    @Override
    public Config validate(Map<String, String> properties) {
        Config config = super.validate(properties);
        ChartedTopics.problem(properties).ifPresent(problem -> {
            ConfigValue topics = problem(TOPICS_CONFIG, problem);
            // Connect reads the value of this setting as a list.
            topics.value(ChartedTopics.named(properties));
            config.configValues().add(topics);
        });
        ConverterCheck.SETTINGS.forEach(setting -> ConverterCheck.problem(setting, properties)
                .ifPresent(problem -> config.configValues().add(problem(setting, problem))));
        for (RefusedSetting refused : RefusedSetting.values()) {
            refused.problem(properties)
                    .ifPresent(problem -> config.configValues().add(problem(refused.setting(), problem)));
        }
        return config;
    }

    private static ConfigValue problem(String setting, String problem) {
        ConfigValue wrong = new ConfigValue(setting);
        wrong.addErrorMessage(problem);
        return wrong;
    }

    /**
     * Resets the positions: the charts are made anew when the tasks run again.
     *
     * @throws ConnectException if other positions than none are asked for, or the cache cannot be used; nothing is changed
     */
    @Override
    public boolean alterOffsets(Map<String, String> properties, Map<TopicPartition, Long> offsets) {
        RequestedReset.require(offsets);
        try (ChartWriter writer = writers.apply(ChartSinkConfig.from(properties).redis())) {
            writer.askForRebuild();
            return true;
        } catch (CacheUnavailableException e) {
            throw new ConnectException(
                    "the offsets were left as they are, because the cache cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public String version() {
        return PluginVersion.current();
    }
}
