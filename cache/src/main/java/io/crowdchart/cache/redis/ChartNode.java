package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/**
 * The one connection to the node that holds the charts. One thread at a time, but for {@link #cut}.
 *
 * <p>All keys are in one slot, so that a cluster has one such node: the redirection that any other node answers with
 * leads there, and a cluster needs no connections to the rest, nor a picture of itself.
 */
final class ChartNode implements AutoCloseable {

    private static final int REDIRECTIONS = 3;
    private static final String SCAN_START = "0";
    private static final int KEYS_PER_SCAN = 1_000;

    private final RedisConfig config;
    private final NewConnections connections;
    private final HostAndPort door;
    private HostAndPort address;
    private volatile @Nullable Connection connection;

    ChartNode(RedisConfig config, Clock clock) {
        this.config = config;
        this.connections = new NewConnections(config, clock);
        this.door = new HostAndPort(config.host(), config.port());
        this.address = door;
    }

    /** Whether the next call finds a connection, which may have broken meanwhile. */
    boolean isConnected() {
        return connection != null;
    }

    /** The time that a call may take in all. */
    Duration longestCall() {
        return config.connectTimeout().plus(config.commandTimeout());
    }

    /** A deadline for one call that starts now. */
    Deadline deadline() {
        return Deadline.in(longestCall());
    }

    /**
     * The keys that match a pattern; all that are there from the beginning to the end. The answer is that of the node to
     * which the last call went.
     */
    List<String> keysLike(String pattern) {
        List<String> found = new ArrayList<>();
        String cursor = SCAN_START;
        do {
            var command = new CommandArguments(Command.SCAN)
                    .add(cursor)
                    .add("MATCH")
                    .add(pattern)
                    .add("COUNT")
                    .add(KEYS_PER_SCAN);
            List<?> reply = Replies.list(call(command, deadline()));
            Replies.list(reply.get(1)).forEach(key -> found.add(Replies.text(key)));
            cursor = Replies.text(reply.get(0));
        } while (!cursor.equals(SCAN_START));
        return found;
    }

    /** Removes keys. */
    void unlink(List<String> keys) {
        if (!keys.isEmpty()) {
            var command = new CommandArguments(Command.UNLINK);
            keys.forEach(command::key);
            call(command, deadline());
        }
    }

    /** Runs a script. */
    Object run(Script script, List<String> keys, List<String> arguments, Deadline deadline) {
        try {
            return call(scriptCall(Command.EVALSHA, script.sha1(), keys, arguments), deadline);
        } catch (JedisNoScriptException e) {
            return call(scriptCall(Command.EVAL, script.text(), keys, arguments), deadline);
        }
    }

    /**
     * Makes a call, where needed on a new connection.
     *
     * @throws CacheUnavailableException if the cache cannot be used now; the connection is dropped then
     */
    Object call(CommandArguments command, Deadline deadline) {
        for (int i = 0; ; i++) {
            try {
                Connection current = connection(deadline);
                current.setSoTimeout(deadline.millisLeft(config.commandTimeout()));
                return current.executeCommand(command);
            } catch (JedisMovedDataException e) {
                disconnect();
                if (!config.cluster()) {
                    throw new IllegalStateException(
                            "the cache at " + config + " is a cluster, and must be set up as one: redis.cluster=true",
                            e);
                }
                if (i == REDIRECTIONS) {
                    // Nodes that point at each other while a slot moves agree again soon.
                    address = door;
                    throw Outage.unavailable(config, e);
                }
                address = target(e);
            } catch (JedisException e) {
                if (!Outage.isOutage(e)) {
                    throw e;
                }
                disconnect();
                address = door;
                throw Outage.unavailable(config, e);
            }
        }
    }

    /** Ends the call that another thread is making, whatever it waits for: its connection breaks. */
    void cut() {
        Connection waiting = connection;
        if (waiting == null) {
            return;
        }
        try {
            waiting.forceDisconnect();
        } catch (IOException e) {
            throw new UncheckedIOException("closing a socket without a word cannot fail", e);
        }
    }

    /** Drops the connection; the next call makes a new one. */
    @Override
    public void close() {
        disconnect();
    }

    /** Drops the connection, and what it takes to make one: the next call begins as the very first one. */
    void reset() {
        disconnect();
        address = door;
        connections.forgetKeys();
    }

    private void disconnect() {
        Connection dropped = connection;
        connection = null;
        if (dropped != null) {
            try {
                dropped.disconnect();
            } catch (JedisConnectionException e) {
                // It was broken already.
                return;
            }
        }
    }

    private Connection connection(Deadline deadline) {
        Connection open = connection;
        if (open != null) {
            return open;
        }
        Connection fresh = connections.open(address, deadline);
        connection = fresh;
        return fresh;
    }

    private HostAndPort target(JedisMovedDataException moved) {
        HostAndPort target = moved.getTargetNode();
        return target.getHost().isBlank() ? new HostAndPort(address.getHost(), target.getPort()) : target;
    }

    private static CommandArguments scriptCall(
            Command command, String script, List<String> keys, List<String> arguments) {
        var call = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(call::add);
        arguments.forEach(call::add);
        return call;
    }
}
