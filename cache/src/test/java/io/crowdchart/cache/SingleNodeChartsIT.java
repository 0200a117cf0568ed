package io.crowdchart.cache;

import static io.crowdchart.cache.Batches.RANKING;
import static io.crowdchart.cache.Batches.START;
import static io.crowdchart.cache.Batches.ZONE;
import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.model.chart.ChartWindow;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

class SingleNodeChartsIT extends RedisChartsContract {

    @Override
    RedisOptions options() {
        return RedisOptions.inMemory();
    }

    @Override
    RedisConfig config() {
        return RedisConfig.node(server.host(), server.port());
    }

    @Test
    void the_layout_is_the_one_that_is_written_down() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        apply(pulsed(10).votes("july", 3).votes(day, "july", 2).title("july", "July"));

        assertThat(command(Command.ZSCORE, "{chart}:all", "july")).isEqualTo(bytes("-3"));
        assertThat(command(Command.ZSCORE, "{chart}:" + day.name(), "july")).isEqualTo(bytes("-2"));
        assertThat(command(Command.HGET, "{chart}:titles", "july")).isEqualTo(bytes("July"));
        assertThat(state())
                .containsOnlyKeys(
                        ChartKeys.position(RANKING),
                        ChartKeys.confirmedAt(RANKING),
                        ChartKeys.position(Batches.DAILY),
                        ChartKeys.confirmedAt(Batches.DAILY),
                        ChartKeys.position(Batches.PULSE),
                        ChartKeys.confirmedAt(Batches.PULSE),
                        ChartKeys.total(ALL_TIME),
                        ChartKeys.total(day),
                        ChartKeys.pulse("bluesky"),
                        ChartKeys.WRITTEN_AT)
                .containsEntry("position:song_ranking:0", "10 jRMr0J4mR_-bYnPzW0Pk1g")
                .containsEntry("confirmed-at:song_ranking:0", Long.toString(clock.millis()))
                .containsEntry("votes:all", "3")
                .containsEntry("written-at", Long.toString(clock.millis()));
        assertThat(ChartKeys.positionOf("position:song_ranking:0")).contains(RANKING);
        assertThat(ChartKeys.positionOf("position:a:b:12")).contains(new TopicPart("a:b", 12));
        assertThat(ChartKeys.totalOf(ChartKeys.total(day))).contains(day);
        assertThat(ChartKeys.totalOf("votes:no window")).isEmpty();
    }

    @Test
    void charts_of_days_and_hours_expire_by_themselves_and_the_one_of_all_time_does_not() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        ChartWindow hour = ChartWindow.Hour.at(clock.instant(), ZONE);
        apply(pulsed(10).votes("a", 1).votes(day, "a", 1).votes(hour, "a", 1));

        assertThat(secondsToLive(ALL_TIME)).isEqualTo(-1);
        for (ChartWindow window : List.of(day, hour)) {
            long expected = window.expiresAt().orElseThrow().getEpochSecond() - clock.millis() / 1000;
            assertThat(secondsToLive(window)).isBetween(expected - 60, expected + 1);
        }
    }

    @Test
    void a_chart_that_expires_by_the_clock_of_redis_counts_from_nothing_again() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        apply(pulsed(10).votes(day, "a", 7));
        command(Command.DEL, ChartKeys.chart(day));

        apply(Batches.next(RANKING, 10, 11).votes(day, "b", 2));

        assertThat(view(ChartQuery.top(day, 1)).votes()).isEqualTo(2);
    }

    @Test
    void totals_of_charts_that_are_over_go_from_the_state() {
        apply(pulsed(10).votes("a", 1));
        long position = 10;
        for (int hour = 1; hour <= 24 * 12; hour++) {
            clock.advance(Duration.ofHours(1));
            apply(Batches.next(RANKING, position, position + 1)
                    .votes(ChartWindow.Hour.at(clock.instant(), ZONE), "a", 1)
                    .votes(ChartWindow.Day.at(clock.instant(), ZONE), "a", 1));
            position++;
        }

        assertThat(state()).hasSizeLessThan(75);
        assertThat(state().keySet().stream().filter(field -> field.startsWith("votes:")))
                .hasSizeBetween(2 * 24 + 9, 2 * 24 + 2 + 9 + 3);
    }

    @Test
    void one_question_is_one_script_call() {
        apply(pulsed(10).votes("a", 1));
        top(5);
        command(Command.CONFIG, "RESETSTAT");

        top(5);
        view(new ChartQuery(ALL_TIME, 0, 10, List.of("a", "b")));

        assertThat(commandStats()).contains("cmdstat_evalsha:calls=2").doesNotContain("cmdstat_eval:", "cmdstat_hello");
    }

    @Test
    void naming_thousands_of_songs_is_one_script_call() {
        Batches batch = pulsed(10);
        for (int i = 1; i <= 5_000; i++) {
            batch.votes("song " + i, i).title("song " + i, "Song " + i);
        }
        apply(batch);
        SongsQuery query = new SongsQuery(ALL_TIME, SongsQuery.MAX_COUNT);
        reader.songs(query, Duration.ofSeconds(1));
        command(Command.CONFIG, "RESETSTAT");

        assertThat(reader.songs(query, Duration.ofSeconds(1))).isInstanceOf(ChartSongs.Known.class);

        assertThat(commandStats()).contains("cmdstat_evalsha:calls=1").doesNotContain("cmdstat_eval:", "cmdstat_hello");
    }

    @Test
    void a_new_connection_says_nothing_before_its_first_question() {
        apply(pulsed(10).votes("a", 1));
        command(Command.CONFIG, "RESETSTAT");

        try (var fresh = readerOfTheSame()) {
            fresh.read(ChartQuery.top(ALL_TIME, 5));
        }

        assertThat(commandStats()).doesNotContain("cmdstat_hello", "cmdstat_client", "cmdstat_auth", "cmdstat_ping");
    }

    @Test
    void a_server_that_forgot_the_scripts_is_told_them_again() {
        apply(pulsed(10).votes("a", 1));
        command(Command.SCRIPT, "FLUSH");
        assertThat(top(1).votes()).isEqualTo(1);

        command(Command.SCRIPT, "FLUSH");
        apply(Batches.next(RANKING, 10, 11).votes("a", 2));

        assertThat(top(1).votes()).isEqualTo(2);
    }

    @Test
    void connections_that_were_closed_are_renewed_without_a_word() {
        apply(pulsed(10).votes("a", 1));
        assertThat(top(1).votes()).isEqualTo(1);
        for (int i = 0; i < 3; i++) {
            command(Command.CLIENT, "KILL", "TYPE", "normal");

            assertThat(top(1).votes()).isEqualTo(1);
        }
    }

    @Test
    void a_rebuild_leaves_no_key_of_its_own_nor_of_one_that_died_before() {
        apply(pulsed(10).votes("a", 1).title("a", "A"));
        try (var dead = sameChartsAgain()) {
            dead.rebuild(Batches.starts())
                    .orElseThrow()
                    .add(Batches.first(RANKING, 5).votes("x", 1).title("x", "X").build());
        }
        assertThat(keys()).hasSize(6);
        pass(ChartWriter.BUILDER_SILENCE);

        var rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        rebuild.add(pulsed(20).votes("b", 2).title("b", "B").build());
        assertThat(keys()).hasSize(6);
        rebuild.finish(Map.of(RANKING, START.at(20)));

        assertThat(keys()).containsExactlyInAnyOrder("{chart}:all", "{chart}:titles", "{chart}:state");
        assertThat(state()).doesNotContainKeys(ChartKeys.REBUILD, ChartKeys.REBUILD_AT);

        var given = writer.rebuild(Batches.starts()).orElseThrow();
        given.add(pulsed(20).votes("b", 2).build());
        given.abandon();
        assertThat(keys()).hasSize(3);
    }

    @Test
    void a_rebuild_that_lost_a_batch_it_had_confirmed_cannot_finish() {
        apply(pulsed(10).votes("a", 1));
        var rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        rebuild.add(Batches.first(RANKING, 5).votes("x", 1).build());
        String making = keys().stream()
                .filter(key -> key.contains("rebuild") && key.endsWith("state"))
                .findFirst()
                .orElseThrow();
        String before = text(command(Command.HGET, making, ChartKeys.position(RANKING)));
        rebuild.add(Batches.next(RANKING, 5, 9).votes("y", 1).build());

        command(Command.HSET, making, ChartKeys.position(RANKING), before);

        assertThat(rebuild.finish(Map.of(RANKING, START.at(9)))).isFalse();
        assertThat(top(5).lines()).containsExactly(entry(1, "a", 1));
    }

    @Test
    void charts_of_days_made_anew_expire_by_themselves() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        var rebuild = writer.rebuild(Batches.starts()).orElseThrow();
        rebuild.add(pulsed(10).votes(day, "a", 1).build());
        rebuild.finish(Batches.starts());

        assertThat(secondsToLive(day)).isPositive();
    }

    private List<String> keys() {
        return ((List<?>) command(Command.KEYS, "*"))
                .stream().map(SingleNodeChartsIT::text).toList();
    }

    private static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }

    private long secondsToLive(ChartWindow window) {
        return (long) command(Command.TTL, ChartKeys.chart(window));
    }

    private String commandStats() {
        return new String((byte[]) command(Command.INFO, "commandstats"), StandardCharsets.UTF_8);
    }

    private Map<String, String> state() {
        List<?> fields = (List<?>) command(Command.HKEYS, ChartKeys.STATE);
        return fields.stream()
                .map(field -> new String((byte[]) field, StandardCharsets.UTF_8))
                .collect(Collectors.toMap(
                        field -> field,
                        field -> new String(
                                (byte[]) command(Command.HGET, ChartKeys.STATE, field), StandardCharsets.UTF_8)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
