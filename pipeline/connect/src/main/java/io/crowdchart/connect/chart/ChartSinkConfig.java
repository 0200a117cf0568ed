package io.crowdchart.connect.chart;

import io.crowdchart.cache.redis.RedisConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.jspecify.annotations.Nullable;

/**
 * The settings of {@link ChartSink}.
 *
 * @param redis how to reach the cache
 * @param batchMaxRecords how many records go into the cache in one step, at most
 * @param retryBackoff how long to wait before a cache that is away is tried again
 */
public record ChartSinkConfig(RedisConfig redis, int batchMaxRecords, Duration retryBackoff) {

    static final String REDIS_HOST = "chart.redis.host";
    static final String REDIS_PORT = "chart.redis.port";
    static final String REDIS_CLUSTER = "chart.redis.cluster";
    static final String REDIS_TLS = "chart.redis.tls";
    static final String REDIS_USER = "chart.redis.user";
    static final String REDIS_PASSWORD = "chart.redis.password";
    static final String REDIS_CONNECT_TIMEOUT = "chart.redis.connect.timeout.ms";
    static final String REDIS_COMMAND_TIMEOUT = "chart.redis.command.timeout.ms";
    static final String BATCH_MAX_RECORDS = "chart.batch.max.records";
    static final String RETRY_BACKOFF = "chart.retry.backoff.ms";

    private static final String GROUP = "Charts";

    /** The settings with their types, defaults, limits and explanations. */
    public static ConfigDef definition() {
        var settings = new Settings(new ConfigDef());
        address(settings);
        login(settings);
        timeouts(settings);
        writing(settings);
        return settings.definition;
    }

    private static void address(Settings settings) {
        settings.text(
                REDIS_HOST,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Host name or address of Redis or Valkey; of a cluster, its configuration endpoint or any node.");
        settings.number(REDIS_PORT, 6379, 65_535, Importance.HIGH, "Port of Redis.");
        settings.choice(REDIS_CLUSTER, "Whether Redis is a cluster. The charts stay together in one slot of it.");
        settings.choice(REDIS_TLS, "Whether to speak TLS.");
    }

    private static void login(Settings settings) {
        settings.text(REDIS_USER, "", Importance.MEDIUM, "The ACL user; empty for the default user.");
        settings.secret(REDIS_PASSWORD, "The user's password; empty for none.");
    }

    private static void timeouts(Settings settings) {
        settings.number(
                REDIS_CONNECT_TIMEOUT,
                2_000,
                60_000,
                Importance.LOW,
                "How long to wait for a connection, in milliseconds.");
        settings.number(
                REDIS_COMMAND_TIMEOUT,
                5_000,
                60_000,
                Importance.LOW,
                "How long to wait for the answer to a batch, in milliseconds.");
    }

    private static void writing(Settings settings) {
        settings.number(
                BATCH_MAX_RECORDS,
                5_000,
                50_000,
                Importance.LOW,
                "How many records go into the cache in one atomic step, at most. While a step is taken, nobody can read"
                        + " the charts.");
        settings.number(
                RETRY_BACKOFF,
                500,
                60_000,
                Importance.LOW,
                "How long to wait before a cache that cannot be used is tried again, in milliseconds.");
    }

    /** Adds settings in the order in which they are to be shown. */
    private record Settings(ConfigDef definition) {

        void text(String name, Object byDefault, Importance importance, String says) {
            ConfigDef.@Nullable Validator filled =
                    byDefault == ConfigDef.NO_DEFAULT_VALUE ? new NonEmptyString() : null;
            add(name, ConfigDef.Type.STRING, byDefault, filled, importance, says);
        }

        void number(String name, int byDefault, int max, Importance importance, String says) {
            add(name, ConfigDef.Type.INT, byDefault, Range.between(1, max), importance, says);
        }

        void choice(String name, String says) {
            add(name, ConfigDef.Type.BOOLEAN, false, null, Importance.MEDIUM, says);
        }

        void secret(String name, String says) {
            add(name, ConfigDef.Type.PASSWORD, "", null, Importance.MEDIUM, says);
        }

        private void add(
                String name,
                ConfigDef.Type type,
                Object byDefault,
                ConfigDef.@Nullable Validator validator,
                Importance importance,
                String says) {
            int order = definition.names().size() + 1;
            definition.define(name, type, byDefault, validator, importance, says, GROUP, order, Width.MEDIUM, name);
        }
    }

    /**
     * The settings out of a connector's configuration.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is missing or wrong, with its name
     */
    public static ChartSinkConfig from(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(definition(), properties, false);
        RedisConfig redis = new RedisConfig(
                config.getString(REDIS_HOST),
                config.getInt(REDIS_PORT),
                config.getBoolean(REDIS_CLUSTER),
                config.getBoolean(REDIS_TLS),
                filled(config.getString(REDIS_USER)),
                filled(config.getPassword(REDIS_PASSWORD).value()),
                millis(config, REDIS_CONNECT_TIMEOUT),
                millis(config, REDIS_COMMAND_TIMEOUT));
        return new ChartSinkConfig(redis, config.getInt(BATCH_MAX_RECORDS), millis(config, RETRY_BACKOFF));
    }

    private static Optional<String> filled(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Duration millis(AbstractConfig config, String name) {
        return Duration.ofMillis(config.getInt(name));
    }
}
