package io.crowdchart.embedded.redis;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How to run redis-server.
 *
 * @param port its port; 0: a free one
 * @param data the folder of its append-only file, created if it is missing; empty: nothing outlives the process
 * @param log the file to which its output is appended; empty: one that goes with the server
 * @param password the password of the default user; empty: none
 * @param cluster whether it is a cluster of this one node
 * @param settings further lines of its configuration by name, values written as they are in {@code redis.conf}
 */
public record RedisOptions(
        int port,
        Optional<Path> data,
        Optional<Path> log,
        Optional<String> password,
        boolean cluster,
        Map<String, String> settings) {

    public RedisOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("the port of Redis is 0 to 65535, was " + port);
        }
        if (cluster && port > HIGHEST_CLUSTER_PORT) {
            throw new IllegalArgumentException("the port of a cluster node is at most " + HIGHEST_CLUSTER_PORT
                    + ", since it needs another one 10000 above, was " + port);
        }
        settings.forEach((name, value) -> requireOneLine(name + " " + value));
        password.ifPresent(RedisOptions::requireOneLine);
        settings = Map.copyOf(settings);
    }

    static final int CLUSTER_BUS_DISTANCE = 10_000;
    static final int HIGHEST_CLUSTER_PORT = 65_535 - CLUSTER_BUS_DISTANCE;

    /** A free port, no persistence, no password. */
    public static RedisOptions inMemory() {
        return new RedisOptions(0, Optional.empty(), Optional.empty(), Optional.empty(), false, Map.of());
    }

    /** A free port, everything kept in this folder, no password. */
    public static RedisOptions keptIn(Path data) {
        return inMemory().withData(data);
    }

    public RedisOptions withPort(int newPort) {
        return new RedisOptions(newPort, data, log, password, cluster, settings);
    }

    public RedisOptions withData(Path folder) {
        return new RedisOptions(port, Optional.of(folder), log, password, cluster, settings);
    }

    public RedisOptions withLog(Path file) {
        return new RedisOptions(port, data, Optional.of(file), password, cluster, settings);
    }

    public RedisOptions withPassword(String newPassword) {
        return new RedisOptions(port, data, log, Optional.of(newPassword), cluster, settings);
    }

    public RedisOptions asCluster() {
        return new RedisOptions(port, data, log, password, true, settings);
    }

    public RedisOptions withSetting(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        return new RedisOptions(port, data, log, password, cluster, more);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "RedisOptions[port=" + port + ", data=" + data + ", log=" + log + ", cluster=" + cluster + "]";
    }

    private static void requireOneLine(String line) {
        if (line.contains("\n") || line.contains("\r")) {
            throw new IllegalArgumentException("a setting of Redis is one line, was '" + line + "'");
        }
    }
}
