package io.crowdchart.cache;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** The contract on a real server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RedisChartsContract extends ChartsContract {

    RedisServer server;

    /** How the server runs. */
    abstract RedisOptions options();

    /** How to reach it. */
    abstract RedisConfig config();

    @BeforeAll
    void startServer() {
        server = RedisServer.start(options());
    }

    @AfterAll
    void stopServer() {
        server.close();
    }

    /** The time of the server cannot be moved, but what it has noted can. */
    @Override
    void pass(Duration time) {
        super.pass(time);
        if (command(Command.HEXISTS, ChartKeys.STATE, ChartKeys.REBUILD_AT).equals(1L)) {
            command(Command.HINCRBY, ChartKeys.STATE, ChartKeys.REBUILD_AT, Long.toString(-time.toMillis()));
        }
    }

    @Override
    void flush() {
        command(Command.FLUSHALL);
    }

    @Override
    ChartWriter emptyCharts() {
        flush();
        return charts().writer();
    }

    @Override
    ChartReader readerOfTheSame() {
        return charts().reader(STALE_AFTER);
    }

    @Override
    ChartWriter sameChartsAgain() {
        return charts().writer();
    }

    RedisCharts charts() {
        return new RedisCharts(config(), clock);
    }

    /** Says something to the server past the charts. */
    Object command(Command command, String... arguments) {
        return commands(server, options(), command, arguments);
    }

    static Object commands(RedisServer server, RedisOptions options, Command command, String... arguments) {
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        options.password().ifPresent(config::password);
        try (var connection = new Connection(new HostAndPort(server.host(), server.port()), config.build())) {
            var line = new CommandArguments(command);
            List.of(arguments).forEach(line::add);
            return connection.executeCommand(line);
        }
    }
}
