package io.crowdchart.operations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.operations.TestScreen;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** {@code scripts/chart rebuild} on a real Redis, with a sink that does what its contract says. */
class RebuildIT {

    private static final TopicPart PART = new TopicPart("song_ranking", 0);
    private static final Position BEGIN = new Position("the-topic", 0);

    @Test
    void the_sink_makes_the_charts_anew_and_the_command_waits_for_it() throws Exception {
        try (RedisServer redis = RedisServer.start(RedisOptions.inMemory());
                ChartWriter sink = writer(redis)) {
            var sinking = CompletableFuture.runAsync(() -> takeOn(sink));

            TestScreen screen = rebuild(redis);

            sinking.get(90, TimeUnit.SECONDS);
            assertThat(screen.status()).as("%s", screen).isZero();
            assertThat(screen.err()).first().isEqualTo("asked for a rebuild; waiting for a sink to take it on");
            assertThat(screen.out().get(0)).matches("rebuilt in .* s, taken on after .* s: 2 songs in all, 1 chart");
            assertThat(screen.out().get(1)).matches("  song_ranking-0 +reads on at offset 42");
        }
    }

    @Test
    void without_a_sink_the_command_gives_up_and_the_rebuild_stays_asked_for() {
        try (RedisServer redis = RedisServer.start(RedisOptions.inMemory());
                ChartWriter charts = writer(redis)) {
            TestScreen screen = rebuild(redis, "--patience", "1");

            assertThat(screen.status()).as("%s", screen).isEqualTo(1);
            assertThat(screen.out())
                    .singleElement()
                    .asString()
                    .startsWith("nobody took the rebuild on within 1 s; is the sink stopped?");
            assertThat(charts.look(List.of()).rebuild()).isPresent();
            assertThat(rebuild(redis, "--patience", "1").err())
                    .containsExactly("a rebuild was asked for already; waiting for a sink to take it on");
        }
    }

    @Test
    void a_builder_that_died_is_told() {
        try (RedisServer redis = RedisServer.start(RedisOptions.inMemory());
                ChartWriter sink = writer(redis)) {
            assertThat(sink.rebuild(Map.of(PART, BEGIN))).isPresent();

            TestScreen screen = rebuild(redis, "--patience", "1");

            assertThat(screen.status()).as("%s", screen).isEqualTo(1);
            assertThat(screen.out().get(0)).contains("has given no sign of life for");
        }
    }

    @Test
    void a_cache_that_is_emptied_meanwhile_is_not_called_rebuilt() throws Exception {
        try (RedisServer redis = RedisServer.start(RedisOptions.inMemory());
                ChartWriter charts = writer(redis)) {
            var emptying = CompletableFuture.runAsync(() -> {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(90))
                        .until(() -> charts.look(List.of()).rebuild().isPresent());
                say(redis, Command.DEL, ChartKeys.STATE);
            });

            TestScreen screen = rebuild(redis);

            emptying.get(90, TimeUnit.SECONDS);
            assertThat(screen.status()).as("%s", screen).isEqualTo(1);
            assertThat(screen.out().get(0)).contains("somebody emptied the cache");
        }
    }

    @Test
    void a_cache_that_is_away_ends_the_command_with_one_line() {
        RedisServer redis = RedisServer.start(RedisOptions.inMemory());
        redis.close();

        TestScreen screen = rebuild(redis);

        assertThat(screen.status()).as("%s", screen).isEqualTo(2);
        assertThat(screen.err()).singleElement().asString().startsWith("scripts/chart: the cache at ");
    }

    @Test
    void a_state_that_somebody_replaced_by_something_else_makes_way_for_the_mark() {
        try (RedisServer redis = RedisServer.start(RedisOptions.inMemory())) {
            say(redis, Command.SET, ChartKeys.STATE, "no hash");

            TestScreen screen = rebuild(redis, "--patience", "1");

            assertThat(screen.status()).as("%s", screen).isEqualTo(1);
            assertThat(screen.out().get(0)).contains("It stays asked for");
            try (ChartWriter sink = writer(redis)) {
                assertThat(sink.look(List.of()).rebuild()).isPresent();
            }
        }
    }

    /** What a sink does: looks for a mark, reads, swaps. */
    private static void takeOn(ChartWriter sink) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> sink.look(List.of()).rebuild().isPresent());
        ChartRebuild rebuild = sink.rebuild(Map.of(PART, BEGIN)).orElseThrow();
        rebuild.add(new ChartBatch(
                Map.of(PART, new Advance(BEGIN, 40)),
                Map.of(ChartWindow.ALL_TIME, Map.of("july", 3L, "hello", 1L)),
                Map.of("july", "July"),
                Map.of()));
        rebuild.finish(Map.of(PART, BEGIN.at(42)));
    }

    private static TestScreen rebuild(RedisServer redis, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "rebuild",
                                "--set",
                                "redis.host=" + redis.host(),
                                "--set",
                                "redis.port=" + redis.port()),
                        Stream.of(more))
                .toArray(String[]::new);
        return TestScreen.run(arguments);
    }

    private static ChartWriter writer(RedisServer redis) {
        return new RedisCharts(RedisConfig.node(redis.host(), redis.port()), Clock.systemUTC()).writer();
    }

    private static void say(RedisServer redis, Command command, String... arguments) {
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        try (var connection = new Connection(new HostAndPort(redis.host(), redis.port()), config.build())) {
            connection.executeCommand(new CommandArguments(command).addObjects((Object[]) arguments));
        }
    }
}
