package io.crowdchart.connect.chart;

import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.setting.Settings;
import io.crowdchart.connect.chart.record.ChartedTopics;
import io.crowdchart.connect.chart.topics.KafkaSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
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
    static final String KAFKA_SECURITY_PROTOCOL = KAFKA_PREFIX + "security.protocol";
    static final String KAFKA_SASL_MECHANISM = KAFKA_PREFIX + "sasl.mechanism";
    static final String KAFKA_SASL_JAAS_CONFIG = KAFKA_PREFIX + "sasl.jaas.config";
    static final String KAFKA_SASL_CALLBACK_HANDLER = KAFKA_PREFIX + "sasl.client.callback.handler.class";
    private static final String REDIS = "chart.redis.";
    static final String REDIS_HOST = REDIS + "host";
    static final String REDIS_PORT = REDIS + "port";
    static final String REDIS_CLUSTER = REDIS + "cluster";
    static final String REDIS_TLS = REDIS + "tls";
    static final String REDIS_USER = REDIS + "user";
    static final String REDIS_PASSWORD = REDIS + "password";
    static final String REDIS_IAM_CACHE = REDIS + "iam.cache";
    static final String REDIS_IAM_SERVERLESS = REDIS + "iam.serverless";
    static final String REDIS_CONNECT_TIMEOUT = REDIS + "connect.timeout.ms";
    static final String REDIS_COMMAND_TIMEOUT = REDIS + "command.timeout.ms";
    static final String BATCH_MAX_RECORDS = "chart.batch.max.records";
    static final String RETRY_BACKOFF = "chart.retry.backoff.ms";

    private static final String GROUP = "Charts";

    /** The settings with their types, defaults, limits and explanations. */
    public static ConfigDef definition() {
        var settings = new Definitions(new ConfigDef());
        kafka(settings);
        address(settings);
        login(settings);
        timeouts(settings);
        writing(settings);
        return settings.definition;
    }

    private static void kafka(Definitions settings) {
        settings.text(
                KAFKA_BOOTSTRAP_SERVERS,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Where Kafka is, as for the worker: the task asks for the topics' ids, offsets and settings and its group's"
                        + " positions, and reads the topics when it makes the charts anew. Any other setting of Kafka's"
                        + " clients may follow " + KAFKA_PREFIX + " as well; an empty one counts as not set.");
        settings.text(
                KAFKA_SECURITY_PROTOCOL,
                "",
                Importance.MEDIUM,
                "As security.protocol of Kafka's clients; empty for the clients' default.");
        settings.text(
                KAFKA_SASL_MECHANISM, "", Importance.MEDIUM, "As sasl.mechanism; empty for the clients' default.");
        settings.secret(KAFKA_SASL_JAAS_CONFIG, "As sasl.jaas.config; empty for none.");
        settings.text(
                KAFKA_SASL_CALLBACK_HANDLER,
                "",
                Importance.MEDIUM,
                "As sasl.client.callback.handler.class; empty for the clients' default.");
    }

    private static void address(Definitions settings) {
        settings.text(
                REDIS_HOST,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Host name or address of Redis or Valkey; of a cluster, its configuration endpoint or any node.");
        settings.number(REDIS_PORT, 6379, 65_535, Importance.HIGH, "Port of Redis.");
        settings.choice(
                REDIS_CLUSTER, false, "Whether Redis is a cluster. The charts stay together in one slot of it.");
        settings.choice(REDIS_TLS, false, "Whether to speak TLS.");
    }

    private static void login(Definitions settings) {
        settings.text(REDIS_USER, "", Importance.MEDIUM, "The ACL user; empty for the default user.");
        settings.secret(REDIS_PASSWORD, "The user's password; empty for none.");
        settings.text(
                REDIS_IAM_CACHE,
                "",
                Importance.MEDIUM,
                "The name of an ElastiCache cache: log in as the user with IAM, over TLS, with a new token for each"
                        + " connection; instead of a password. Empty for no IAM. The worker's environment has the"
                        + " credentials and AWS_REGION.");
        settings.choice(REDIS_IAM_SERVERLESS, true, "Whether that cache is a serverless one.");
    }

    private static void timeouts(Definitions settings) {
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

    private static void writing(Definitions settings) {
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
    private record Definitions(ConfigDef definition) {

        void text(String name, Object byDefault, Importance importance, String says) {
            ConfigDef.@Nullable Validator filled =
                    byDefault == ConfigDef.NO_DEFAULT_VALUE ? new NonEmptyString() : null;
            add(name, ConfigDef.Type.STRING, byDefault, filled, importance, says);
        }

        void number(String name, int byDefault, int max, Importance importance, String says) {
            add(name, ConfigDef.Type.INT, byDefault, Range.between(1, max), importance, says);
        }

        void choice(String name, boolean byDefault, String says) {
            add(name, ConfigDef.Type.BOOLEAN, byDefault, null, Importance.MEDIUM, says);
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
     * @throws ConfigException if one is missing or wrong, with its name
     */
    public static ChartSinkConfig from(Map<String, String> properties) {
        return from(properties, System.getenv());
    }

    /**
     * The settings out of a connector's configuration.
     *
     * @param environment has region and credentials where Redis wants IAM
     * @throws ConfigException if a setting is missing or wrong, with its name
     */
    static ChartSinkConfig from(Map<String, String> properties, Map<String, String> environment) {
        AbstractConfig config = new AbstractConfig(definition(), properties, false);
        RedisConfig redis = new RedisConfig(
                config.getString(REDIS_HOST),
                config.getInt(REDIS_PORT),
                config.getBoolean(REDIS_CLUSTER),
                config.getBoolean(REDIS_TLS),
                login(config, properties, environment),
                millis(config, REDIS_CONNECT_TIMEOUT),
                millis(config, REDIS_COMMAND_TIMEOUT));
        return new ChartSinkConfig(
                ChartedTopics.of(properties),
                group(properties),
                new KafkaSettings(filled(config.originalsWithPrefix(KAFKA_PREFIX))),
                redis,
                config.getInt(BATCH_MAX_RECORDS),
                millis(config, RETRY_BACKOFF));
    }

    private static Login login(AbstractConfig config, Map<String, String> properties, Map<String, String> environment) {
        var settings = new Settings(properties);
        Login login = Login.read(settings, name -> REDIS + name, settings.beside(environment));
        if (login instanceof Login.Iam && !config.getBoolean(REDIS_TLS)) {
            settings.fault(REDIS_IAM_CACHE + " needs " + REDIS_TLS + "=true");
        }
        if (!settings.faults().isEmpty()) {
            throw new ConfigException(String.join("; ", settings.faults()));
        }
        return login;
    }

    /** As Connect names it. */
    private static String group(Map<String, String> properties) {
        return properties.getOrDefault("consumer.override.group.id", "connect-" + properties.getOrDefault("name", ""));
    }

    /** Without what is blank: Kafka takes some of these for a value, and wrong. */
    private static Map<String, String> filled(Map<String, Object> settings) {
        Map<String, String> filled = new HashMap<>();
        settings.forEach((name, value) -> {
            String text = String.valueOf(value);
            if (!text.isBlank()) {
                filled.put(name, text);
            }
        });
        return filled;
    }

    private static Duration millis(AbstractConfig config, String name) {
        return Duration.ofMillis(config.getInt(name));
    }
}
