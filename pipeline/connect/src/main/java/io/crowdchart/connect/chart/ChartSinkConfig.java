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
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

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

    private static final String CACHE = "Cache";
    private static final String WRITING = "Writing";

    /** The settings with their types, defaults, limits and explanations. */
    public static ConfigDef definition() {
        ConfigDef definition = new ConfigDef();
        defineAddress(definition);
        defineLogin(definition);
        defineTimeouts(definition);
        defineWriting(definition);
        return definition;
    }

    private static void defineAddress(ConfigDef definition) {
        definition
                .define(REDIS_HOST, Type.STRING, ConfigDef.NO_DEFAULT_VALUE, new NonEmptyString(), Importance.HIGH,
                        "Host name or address of Redis or Valkey; of a cluster, its configuration endpoint or any node.",
                        CACHE, 1, Width.MEDIUM, "Host")
                .define(REDIS_PORT, Type.INT, 6379, Range.between(1, 65_535), Importance.HIGH,
                        "Port of Redis.", CACHE, 2, Width.SHORT, "Port")
                .define(REDIS_CLUSTER, Type.BOOLEAN, false, Importance.MEDIUM,
                        "Whether Redis is a cluster. The charts stay together in one slot of it.",
                        CACHE, 3, Width.SHORT, "Cluster")
                .define(REDIS_TLS, Type.BOOLEAN, false, Importance.MEDIUM,
                        "Whether to speak TLS.", CACHE, 4, Width.SHORT, "TLS");
    }

    private static void defineLogin(ConfigDef definition) {
        definition
                .define(REDIS_USER, Type.STRING, "", Importance.MEDIUM,
                        "The ACL user; empty for the default user.", CACHE, 5, Width.MEDIUM, "User")
                .define(REDIS_PASSWORD, Type.PASSWORD, "", Importance.MEDIUM,
                        "The user's password; empty for none.", CACHE, 6, Width.MEDIUM, "Password");
    }

    private static void defineTimeouts(ConfigDef definition) {
        definition
                .define(REDIS_CONNECT_TIMEOUT, Type.INT, 2_000, Range.between(1, 60_000), Importance.LOW,
                        "How long to wait for a connection, in milliseconds.",
                        CACHE, 7, Width.SHORT, "Connect time-out")
                .define(REDIS_COMMAND_TIMEOUT, Type.INT, 5_000, Range.between(1, 60_000), Importance.LOW,
                        "How long to wait for the answer to a batch, in milliseconds.",
                        CACHE, 8, Width.SHORT, "Command time-out");
    }

    private static void defineWriting(ConfigDef definition) {
        definition
                .define(BATCH_MAX_RECORDS, Type.INT, 5_000, Range.between(1, 50_000), Importance.LOW,
                        "How many records go into the cache in one atomic step, at most. While a step is taken, nobody "
                                + "can read the charts.",
                        WRITING, 1, Width.SHORT, "Batch size")
                .define(RETRY_BACKOFF, Type.INT, 500, Range.between(1, 60_000), Importance.LOW,
                        "How long to wait before a cache that cannot be used is tried again, in milliseconds.",
                        WRITING, 2, Width.SHORT, "Retry back-off");
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
