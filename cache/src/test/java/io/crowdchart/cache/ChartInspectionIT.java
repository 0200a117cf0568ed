package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.cache.inspect.ServerMemory;
import io.crowdchart.cache.inspect.StoredChart;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;

/** Looks into a real server, where somebody else wrote. */
class ChartInspectionIT {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MANY = 5_000;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everything_that_is_stored_is_seen(boolean cluster) {
        RedisOptions options = cluster ? RedisOptions.inMemory().asCluster() : RedisOptions.inMemory();
        try (RedisServer server = RedisServer.start(options);
                ChartInspection inspection = inspection(server, cluster)) {
            Filling filling = new Filling(server, options);
            Instant later = Instant.now().plusSeconds(3_600);
            ChartWindow day = ChartWindow.named("2026-11-23");
            filling.say(Command.ZADD, ChartKeys.chart(ALL_TIME), "-3", "july", "-2.5", "half");
            filling.say(Command.ZADD, ChartKeys.chart(day), "-1", "july");
            filling.say(Command.EXPIREAT, ChartKeys.chart(day), Long.toString(later.getEpochSecond()));
            filling.say(Command.HSET, ChartKeys.TITLES, "july", "Jüly");
            filling.say(
                    Command.HSET,
                    ChartKeys.STATE,
                    "votes:all",
                    "3",
                    "votes:banana",
                    "1",
                    "position:song_ranking:0",
                    "12",
                    "pulse:bluesky",
                    "1700000000000000 Europe/Berlin",
                    "written-at",
                    "1700000000123");
            filling.say(Command.SET, "{chart}:odd", "1");
            filling.say(Command.SET, "{chart}:2026-11-24", "no chart");
            filling.say(Command.HSET, "{chart}:rebuild:b1:titles", "a", "b");

            var inventory = inspection.inventory();
            assertThat(inventory.windows()).containsExactlyInAnyOrder(ALL_TIME, day);
            assertThat(inventory.strange()).containsExactlyInAnyOrder("{chart}:odd", "{chart}:2026-11-24");
            assertThat(inventory.inTheMaking()).containsExactly("{chart}:rebuild:b1:titles");
            assertThat(inspection.votes(ALL_TIME)).isEqualTo(Map.of("july", 3.0, "half", 2.5));
            assertThat(inspection.titles()).isEqualTo(Map.of("july", "Jüly"));
            assertThat(inspection.chart(ALL_TIME)).contains(new StoredChart(2, Optional.empty()));
            assertThat(inspection.chart(day))
                    .contains(new StoredChart(1, Optional.of(Instant.ofEpochSecond(later.getEpochSecond()))));
            assertThat(inspection.chart(ChartWindow.named("2026-11-23T06"))).isEmpty();
            assertThat(inspection.state())
                    .isEqualTo(new ChartState(
                            Map.of(ALL_TIME, "3"),
                            Map.of("bluesky", new Pulse(1_700_000_000_000_000L, ZoneId.of("Europe/Berlin"))),
                            Map.of(new TopicPart("song_ranking", 0), "12"),
                            Optional.of(Instant.ofEpochMilli(1_700_000_000_123L)),
                            Map.of("votes:banana", "1")));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_memory_and_what_happens_when_it_is_full_are_told(boolean cluster) {
        RedisOptions options = cluster ? RedisOptions.inMemory().asCluster() : RedisOptions.inMemory();
        try (RedisServer server = RedisServer.start(options);
                ChartInspection inspection = inspection(server, cluster)) {
            Filling filling = new Filling(server, options);
            filling.say(Command.CONFIG, "SET", "maxmemory", "104857600");
            filling.say(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");

            ServerMemory memory = inspection.memory().orElseThrow();

            assertThat(memory.usedBytes()).isBetween(1L, 104_857_600L);
            assertThat(memory.limitBytes()).isEqualTo(104_857_600);
            assertThat(memory.policy()).isEqualTo("allkeys-lru");
            assertThat(memory.keepsEverything()).isFalse();
        }
    }

    @Test
    void a_user_who_may_not_ask_for_the_memory_is_not_told_and_may_look_at_the_rest() {
        RedisOptions options = RedisOptions.inMemory();
        try (RedisServer server = RedisServer.start(options);
                ChartInspection inspection = inspection(server, false)) {
            new Filling(server, options).say(Command.ACL, "SETUSER", "default", "-info");

            assertThat(inspection.memory()).isEmpty();
            assertThat(inspection.inventory().windows()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void many_pages_are_read_to_the_last(boolean cluster) {
        RedisOptions options = cluster ? RedisOptions.inMemory().asCluster() : RedisOptions.inMemory();
        try (RedisServer server = RedisServer.start(options);
                ChartInspection inspection = inspection(server, cluster)) {
            Filling filling = new Filling(server, options);
            List<String> songs = new ArrayList<>(List.of(ChartKeys.chart(ALL_TIME)));
            IntStream.range(0, MANY).forEach(i -> songs.addAll(List.of("-" + (i + 1), "song " + i)));
            filling.say(Command.ZADD, songs.toArray(String[]::new));

            Map<String, Double> votes = inspection.votes(ALL_TIME);

            assertThat(votes).hasSize(MANY).containsEntry("song 0", 1.0).containsEntry("song 4999", 5_000.0);
        }
    }

    private static ChartInspection inspection(RedisServer server, boolean cluster) {
        RedisConfig config =
                new RedisConfig(server.host(), server.port(), cluster, false, Login.none(), TIMEOUT, TIMEOUT);
        return new RedisCharts(config, Clock.systemUTC()).inspection();
    }

    /** Writes past the charts. */
    private record Filling(RedisServer server, RedisOptions options) {
        void say(Command command, String... arguments) {
            RedisChartsContract.commands(server, options, command, arguments);
        }
    }
}
