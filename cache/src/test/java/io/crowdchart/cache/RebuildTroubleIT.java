package io.crowdchart.cache;

import static io.crowdchart.cache.Batches.RANKING;
import static io.crowdchart.cache.Batches.START;
import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Rebuilds on a server that gets in their way. */
class RebuildTroubleIT {

    private static final RedisOptions OPTIONS = RedisOptions.inMemory();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final MovableClock clock = new MovableClock();
    private RedisServer server;
    private RedisCharts charts;
    private ChartWriter writer;

    @BeforeEach
    void start() {
        server = RedisServer.start(OPTIONS);
        charts = new RedisCharts(
                new RedisConfig(server.host(), server.port(), false, false, Login.none(), PATIENCE, PATIENCE), clock);
        writer = charts.writer();
        Batches.begin(writer);
        write(0);
    }

    @AfterEach
    void stop() {
        writer.close();
        server.close();
    }

    @Test
    void one_that_there_is_no_memory_for_leaves_none_of_it_behind() {
        say(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        ChartRebuild rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        assertThat(rebuild.add(songs(0, 5_000).build())).isTrue();
        say(Command.CONFIG, "SET", "maxmemory", "1");
        assertThatThrownBy(() -> rebuild.add(songs(1, 5_000).build())).isInstanceOf(CacheUnavailableException.class);

        assertThatThrownBy(rebuild::abandon).isInstanceOf(CacheUnavailableException.class);

        assertThat(keysInTheMaking()).isEmpty();
        say(Command.CONFIG, "SET", "maxmemory", "0");
        assertThat(writer.rebuild(Batches.starts()).orElseThrow().finish(Batches.starts()))
                .isTrue();
        write(0);
    }

    @Test
    void what_a_dead_builder_left_goes_before_a_new_one_needs_memory() {
        try (ChartWriter dead = charts.writer()) {
            dead.rebuild(Batches.starts()).orElseThrow().add(songs(0, 5_000).build());
        }
        say(Command.HSET, ChartKeys.STATE, ChartKeys.REBUILD, ChartKeys.ASKED);
        say(Command.CONFIG, "SET", "maxmemory", "1");

        assertThatThrownBy(() -> writer.rebuild(Batches.starts())).isInstanceOf(CacheUnavailableException.class);

        assertThat(keysInTheMaking()).isEmpty();
    }

    @Test
    void whoever_comes_late_takes_nothing_from_the_one_at_work() {
        try (ChartWriter late = charts.writer()) {
            ChartRebuild first = late.rebuild(Batches.starts()).orElseThrow();
            say(Command.HSET, ChartKeys.STATE, ChartKeys.REBUILD_AT, "0");
            ChartRebuild second = writer.rebuild(Batches.starts()).orElseThrow();
            assertThat(second.add(songs(0, 10).build())).isTrue();

            assertThat(late.rebuild(Batches.starts())).isEmpty();
            first.abandon();

            assertThat(second.add(songs(1, 10).build())).isTrue();
            assertThat(second.finish(Map.of(RANKING, START.at(2)))).isTrue();
        }
        try (ChartReader reader = charts.reader()) {
            ChartAnswer answer = reader.read(ChartQuery.top(ALL_TIME, 1));
            assertThat(answer).isInstanceOf(ChartAnswer.Fresh.class);
            assertThat(((ChartAnswer.Fresh) answer).view().songs()).isEqualTo(20);
        }
    }

    @Test
    void a_chart_that_somebody_replaced_by_something_else_is_made_anew() {
        say(Command.SET, "{chart}:all", "nonsense");

        assertThat(writer.write(Batches.next(RANKING, 1, 2).votes("a", 3).build()))
                .isEqualTo(new WriteResult.Refused(Map.of()));

        assertThat(writer.look(List.of()).rebuild()).isPresent();
        ChartRebuild rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        rebuild.add(Batches.first(RANKING, 2).votes("a", 3).build());
        assertThat(rebuild.finish(Map.of(RANKING, START.at(2)))).isTrue();
        assertThat(say(Command.ZCARD, "{chart}:all")).isEqualTo(1L);
    }

    @Test
    void a_state_that_somebody_replaced_by_something_else_is_missing_and_made_anew() {
        say(Command.SET, ChartKeys.STATE, "nonsense");

        assertThat(writer.look(List.of(RANKING)).places()).isEmpty();
        writer.confirm(Map.of(RANKING, START.at(1)));
        ChartRebuild rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        assertThat(rebuild.add(Batches.first(RANKING, 2).votes("a", 3).build())).isTrue();
        assertThat(rebuild.finish(Map.of(RANKING, START.at(2)))).isTrue();

        assertThat(writer.look(List.of(RANKING)).places()).containsKey(RANKING);
        assertThat(say(Command.ZCARD, "{chart}:all")).isEqualTo(1L);
    }

    @Test
    void a_batch_for_a_state_that_somebody_replaced_by_something_else_asks_for_a_rebuild() {
        say(Command.SET, ChartKeys.STATE, "nonsense");

        assertThat(writer.write(Batches.next(RANKING, 1, 2).votes("a", 3).build()))
                .isEqualTo(new WriteResult.Refused(Map.of()));

        assertThat(writer.look(List.of()).rebuild()).isPresent();
    }

    @Test
    void a_rebuild_whose_mark_somebody_replaced_by_something_else_is_lost() {
        ChartRebuild rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        say(Command.SET, ChartKeys.STATE, "nonsense");

        assertThat(rebuild.add(Batches.first(RANKING, 2).votes("a", 3).build())).isFalse();
        assertThat(rebuild.keepAlive()).isFalse();
        assertThat(rebuild.finish(Map.of(RANKING, START.at(2)))).isFalse();
        assertThat(writer.rebuild(Batches.starts())).isPresent();
    }

    private void write(long from) {
        assertThat(writer.write(Batches.next(RANKING, from, from + 1)
                        .votes("a", 1)
                        .pulse("bluesky", clock.instant())
                        .build()))
                .isEqualTo(new WriteResult.Applied());
    }

    private Batches songs(long from, int count) {
        Batches batch = Batches.next(RANKING, from, from + 1).pulse("bluesky", clock.instant());
        for (int i = 0; i < count; i++) {
            batch.votes("song " + from + " " + i, 1 + i);
        }
        return batch;
    }

    private List<?> keysInTheMaking() {
        return (List<?>) say(Command.KEYS, "{chart}:rebuild:*");
    }

    private Object say(Command command, String... arguments) {
        return RedisChartsContract.commands(server, OPTIONS, command, arguments);
    }
}
