package io.crowdchart.connect.chart;

import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.connect.chart.record.ChartedTopics;
import io.crowdchart.connect.chart.topics.KafkaSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
 * @param topics the topics that the charts are made from
 * @param group the consumer group of the connector
 * @param kafka how to reach Kafka for what Connect does not tell
 * @param redis how to reach the cache
 * @param batchMaxRecords how many records go into the cache in one step, at most
 * @param retryBackoff how long to wait before a cache that is away is tried again
 */
public record ChartSinkConfig(
        List<String> topics,
        String group,
        KafkaSettings kafka,
        RedisConfig redis,
        int batchMaxRecords,
        Duration retryBackoff) {

    /** What begins so goes on to the clients of Kafka. */
    static final String KAFKA_PREFIX = "chart.kafka.";

    static final String KAFKA_BOOTSTRAP_SERVERS = KAFKA_PREFIX + "bootstrap.servers";
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
        kafka(settings);
        address(settings);
        login(settings);
        timeouts(settings);
        writing(settings);
        return settings.definition;
    }

    private static void kafka(Settings settings) {
        settings.text(
                KAFKA_BOOTSTRAP_SERVERS,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Where Kafka is, as for the worker: the task asks for the topics' ids, offsets and settings and its group's"
                        + " positions, and reads the topics when it makes the charts anew. Any other setting of Kafka's"
                        + " clients may follow " + KAFKA_PREFIX + " as well, like " + KAFKA_PREFIX
                        + "security.protocol.");
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
        return new ChartSinkConfig(
                ChartedTopics.of(properties),
                group(properties),
                new KafkaSettings(strings(config.originalsWithPrefix(KAFKA_PREFIX))),
                redis,
                config.getInt(BATCH_MAX_RECORDS),
                millis(config, RETRY_BACKOFF));
    }

    /** As Connect names it. */
    private static String group(Map<String, String> properties) {
        return properties.getOrDefault("consumer.override.group.id", "connect-" + properties.getOrDefault("name", ""));
    }

    private static Map<String, String> strings(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, setting -> String.valueOf(setting.getValue())));
    }

    private static Optional<String> filled(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static Duration millis(AbstractConfig config, String name) {
        return Duration.ofMillis(config.getInt(name));
    }
}
