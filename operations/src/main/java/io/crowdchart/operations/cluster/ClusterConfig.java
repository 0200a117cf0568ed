package io.crowdchart.operations.cluster;

import io.crowdchart.cache.redis.RedisConfig;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where the parts of a chart are. Its text has no secret in it.
 *
 * @param kafka settings of any Kafka client ({@code kafka.…}, here without that prefix)
 * @param connect the REST address of a Connect worker ({@code connect.url}); empty: not given
 * @param redis how to reach the charts ({@code redis.…}); empty: not given
 * @param elastiCache settings of ElastiCache ({@code elasticache.…}, here without that prefix)
 */
public record ClusterConfig(
        Map<String, String> kafka,
        Optional<URI> connect,
        Optional<RedisConfig> redis,
        Map<String, String> elastiCache) {

    /** The setting that says where Kafka is. */
    public static final String KAFKA_BOOTSTRAP = "kafka.bootstrap.servers";

    /** The setting that says where Connect's REST interface is. */
    public static final String CONNECT_URL = "connect.url";

    /** The setting that says where Redis is. */
    public static final String REDIS_HOST = "redis.host";

    /** The setting with the port of Redis. */
    public static final String REDIS_PORT = "redis.port";

    /** The setting with the password of Redis; given and empty it means none, whatever the environment says. */
    public static final String REDIS_PASSWORD = "redis.password";

    /** The setting with the name of an ElastiCache cache: logs in with IAM, instead of a password. */
    public static final String REDIS_IAM_CACHE = "redis.iam.cache";

    /** How long a client waits for a Kafka that does not answer, unless the settings say it. */
    private static final Map<String, String> PATIENCE =
            Map.of("default.api.timeout.ms", "15000", "request.timeout.ms", "10000");

    public ClusterConfig {
        kafka = Map.copyOf(kafka);
        elastiCache = Map.copyOf(elastiCache);
    }

    /**
     * The configuration that settings describe.
     *
     * @param settings settings by name; a value may be {@code ${env:NAME}}
     * @param environment the environment variables, for such values, for the password of Redis, and for
     *     region and credentials where Redis wants IAM
     * @throws WrongUseException if something is wrong; the message names every fault and no secret
     */
    public static ClusterConfig from(Map<String, String> settings, Map<String, String> environment) {
        return new ClusterSettings(settings, environment).config();
    }

    /** The environment of this process. */
    public static Map<String, String> environment() {
        return System.getenv();
    }

    /**
     * The settings for a Kafka client, with a limit for how long it waits for an answer.
     *
     * @throws WrongUseException if nothing says where Kafka is
     */
    public Map<String, String> requiredKafka() {
        if (!kafka.containsKey("bootstrap.servers")) {
            throw missing(KAFKA_BOOTSTRAP);
        }
        // One must not be longer than the other, so that a single one of them is left alone.
        if (PATIENCE.keySet().stream().anyMatch(kafka::containsKey)) {
            return kafka;
        }
        Map<String, String> patient = new HashMap<>(kafka);
        patient.putAll(PATIENCE);
        return Map.copyOf(patient);
    }

    /**
     * The REST address of a Connect worker.
     *
     * @throws WrongUseException if nothing says where it is
     */
    public URI requiredConnect() {
        return connect.orElseThrow(() -> missing(CONNECT_URL));
    }

    /**
     * How to reach the charts.
     *
     * @throws WrongUseException if nothing says where Redis is
     */
    public RedisConfig requiredRedis() {
        return redis.orElseThrow(() -> missing(REDIS_HOST));
    }

    private static WrongUseException missing(String setting) {
        return new WrongUseException("this command needs the setting " + setting);
    }

    /** Without values that may be secrets. */
    @Override
    public String toString() {
        return "ClusterConfig[kafka=" + kafka.get("bootstrap.servers") + ", connect=" + connect + ", redis=" + redis
                + ", elastiCache=" + elastiCache.keySet() + "]";
    }
}
