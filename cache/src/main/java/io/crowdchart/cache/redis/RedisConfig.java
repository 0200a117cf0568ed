package io.crowdchart.cache.redis;

import java.time.Duration;
import java.util.Optional;

/**
 * How to reach Redis.
 *
 * @param host its host name or address; of a cluster, any of its nodes or its configuration endpoint
 * @param port its port
 * @param cluster whether it is a cluster
 * @param tls whether to speak TLS
 * @param user the ACL user; empty: the default user
 * @param password its password; empty: none
 * @param connectTimeout how long to wait for a connection
 * @param commandTimeout how long to wait for an answer
 */
public record RedisConfig(
        String host,
        int port,
        boolean cluster,
        boolean tls,
        Optional<String> user,
        Optional<String> password,
        Duration connectTimeout,
        Duration commandTimeout) {

    public RedisConfig {
        if (host.isBlank()) {
            throw new IllegalArgumentException("the host of Redis must not be blank");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port of Redis is 1 to 65535, was " + port);
        }
        requirePositive("connect", connectTimeout);
        requirePositive("command", commandTimeout);
    }

    /** A single node without TLS or password, with time-outs of 2 seconds. */
    public static RedisConfig node(String host, int port) {
        Duration timeout = Duration.ofSeconds(2);
        return new RedisConfig(host, port, false, false, Optional.empty(), Optional.empty(), timeout, timeout);
    }

    private static void requirePositive(String name, Duration timeout) {
        if (timeout.toMillis() < 1) {
            throw new IllegalArgumentException("the " + name + " time-out of Redis is at least 1 ms, was " + timeout);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RedisConfig[" + (tls ? "rediss" : "redis") + "://"
                + user.map(name -> name + "@").orElse("") + host + ":" + port + (cluster ? ", cluster" : "") + "]";
    }
}
