package io.crowdchart.cache.redis;

import io.crowdchart.cache.setting.Settings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How to reach Redis. Its text has no secret in it.
 *
 * @param host its host name or address; of a cluster, any of its nodes or its configuration endpoint
 * @param port its port
 * @param cluster whether it is a cluster
 * @param tls whether to speak TLS
 * @param login how to log in
 * @param connectTimeout how long to wait for a connection
 * @param commandTimeout how long to wait for an answer
 */
public record RedisConfig(
        String host,
        int port,
        boolean cluster,
        boolean tls,
        Login login,
        Duration connectTimeout,
        Duration commandTimeout) {

    private static final int USUAL_PORT = 6379;

    public RedisConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host of Redis must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port of Redis is 1 to 65535, was " + port);
        }
        if (login instanceof Login.Iam && !tls) {
            throw new IllegalArgumentException("a login with IAM needs TLS");
        }
        requirePositive("connect", connectTimeout);
        requirePositive("command", commandTimeout);
    }

    /** A single node without TLS or login, with time-outs of 2 seconds. */
    public static RedisConfig node(String host, int port) {
        Duration timeout = Duration.ofSeconds(2);
        return new RedisConfig(host, port, false, false, Login.none(), timeout, timeout);
    }

    /**
     * Reads a configuration from the settings {@code host}, {@code port}, {@code cluster}, {@code tls}, {@code timeout} and
     * those of {@link Login#read}.
     *
     * @param names how such a setting is written there
     * @param environment has region and credentials for IAM
     * @param timeout how long to wait if nothing else is said
     * @param longestTimeout how long it may be at most
     * @return nothing if there is no host; of use only if no faults were noted
     */
    public static Optional<RedisConfig> read(
            Settings settings,
            UnaryOperator<String> names,
            Settings environment,
            Duration timeout,
            Duration longestTimeout) {
        int port = settings.port(names.apply("port"), USUAL_PORT);
        boolean cluster = settings.flag(names.apply("cluster"), false);
        boolean tls = settings.flag(names.apply("tls"), false);
        Duration patience = settings.duration(names.apply("timeout"), timeout, longestTimeout);
        Login login = Login.read(settings, names, environment);
        boolean open = !tls && settings.text(names.apply("iam.cache")).isPresent();
        if (open) {
            settings.fault(names.apply("iam.cache") + " needs " + names.apply("tls") + "=true");
        }
        return settings.text(names.apply("host"))
                .map(String::strip)
                .map(host ->
                        new RedisConfig(host, port, cluster, tls, open ? Login.none() : login, patience, patience));
    }

    private static void requirePositive(String name, Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("the " + name + " time-out of Redis is at least 1 ms, was " + timeout);
        }
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "RedisConfig[" + (tls ? "rediss" : "redis") + "://"
                + login.user().map(name -> name + "@").orElse("") + host + ":" + port + (cluster ? ", cluster" : "")
                + "]";
    }
}
