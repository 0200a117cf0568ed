package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisMovedDataException;

/** A cluster of two nodes: the one that is asked is not the one that holds the charts. */
class ClusterRedirectionIT {

    private static final RedisOptions OPTIONS = RedisOptions.inMemory().asCluster();
    private static final ChartQuery QUESTION = ChartQuery.top(ALL_TIME, 5);

    private final MovableClock clock = new MovableClock();

    @Test
    void the_node_that_holds_the_charts_is_found_through_any_other_and_again_after_an_outage() {
        try (RedisServer door = RedisServer.start(OPTIONS);
                RedisServer holder = RedisServer.start(OPTIONS)) {
            meet(door, holder);
            RedisCharts charts = new RedisCharts(config(door, true), clock);
            try (var writer = charts.writer();
                    var reader = charts.reader()) {
                assertThat(writer.look(List.of(Batches.RANKING)).places()).isEmpty();
                Batches.begin(writer);
                assertThat(writer.write(Batches.first(Batches.RANKING, 10)
                                .votes("a", 3)
                                .pulse("bluesky", clock.instant())
                                .build()))
                        .isEqualTo(new WriteResult.Applied());
                assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
                assertThat(say(holder, Command.DBSIZE)).isEqualTo(2L);

                holder.stop();
                assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Stale.class);
                holder.start();
                await().untilAsserted(() -> assertThat(reader.read(QUESTION)).isEqualTo(new ChartAnswer.Rebuilding()));
            }
        }
    }

    @Test
    void a_cluster_that_is_taken_for_a_single_node_is_a_wrong_set_up() {
        try (RedisServer door = RedisServer.start(OPTIONS);
                RedisServer holder = RedisServer.start(OPTIONS)) {
            meet(door, holder);
            try (var writer = new RedisCharts(config(door, false), clock).writer()) {
                assertThatThrownBy(() -> writer.look(List.of(Batches.RANKING)))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessageEndingWith(" is a cluster, and must be set up as one: redis.cluster=true")
                        .hasCauseInstanceOf(JedisMovedDataException.class);
            }
        }
    }

    private static void meet(RedisServer door, RedisServer holder) {
        say(door, Command.CLUSTER, "FLUSHSLOTS");
        say(door, Command.CLUSTER, "MEET", holder.host(), Integer.toString(holder.port()));
        await().atMost(Duration.ofSeconds(90))
                .untilAsserted(() -> assertThatThrownBy(() -> say(door, Command.GET, "{chart}:all"))
                        .isInstanceOf(JedisMovedDataException.class));
    }

    private static Object say(RedisServer server, Command command, String... arguments) {
        return RedisChartsContract.commands(server, OPTIONS, command, arguments);
    }

    private static RedisConfig config(RedisServer server, boolean cluster) {
        Duration timeout = Duration.ofSeconds(2);
        return new RedisConfig(server.host(), server.port(), cluster, false, Login.none(), timeout, timeout);
    }
}
