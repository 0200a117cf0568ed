package io.crowdchart.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol.Command;

/** {@code scripts/chart audit} on a real broker and a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditIT {

    private static final String OLD_HOUR = "2020-01-01T06";

    private ChartStack stack;
    private ChartWindow day;
    private ChartWindow hour;

    @BeforeAll
    void start(@TempDir Path folder) {
        stack = new ChartStack(folder);
        stack.makeTopics();
        stack.vote(SomeVotes.ofPosts(400));
        Instant now = Instant.now();
        // So that each chart has songs of its own.
        stack.vote(Map.of(
                "a", SomeVotes.vote("a", "July", now),
                "b", SomeVotes.vote("b", "July", now),
                "c", SomeVotes.vote("a", "Hey Jude", now)));
        day = ChartWindow.Day.at(now, ZoneOffset.UTC);
        hour = ChartWindow.Hour.at(now, ZoneOffset.UTC);
        stack.fillRankings();
    }

    @AfterAll
    void stop() {
        stack.close();
    }

    @BeforeEach
    void fill() {
        stack.fill();
    }

    @Test
    void charts_that_are_as_the_votes_say_have_no_differences() {
        TestScreen audit = audit();
        assertThat(audit.status()).as("%s", audit).isZero();
        assertThat(audit.out()).singleElement().asString().matches("[\\d,]+ posts that vote; no differences");
    }

    @Test
    void a_missing_song_is_found() {
        stack.redis(Command.ZREM, ChartKeys.chart(day), "hey jude");
        long votes = stack.votes(day, "hey jude");
        assertFound("Redis chart " + day.name() + " 'hey jude': found none, expected " + shown(votes));
    }

    @Test
    void a_song_too_many_is_found() {
        stack.redis(Command.ZADD, ChartKeys.chart(hour), "-1", "nobody voted for this");
        assertFound("Redis chart " + hour.name() + " 'nobody voted for this': found 1 vote, expected none");
    }

    @Test
    void a_wrong_count_is_found() {
        long votes = stack.votes(ChartWindow.ALL_TIME, "july");
        stack.redis(Command.ZINCRBY, ChartKeys.chart(ChartWindow.ALL_TIME), "-1", "july");
        assertFound("Redis chart all 'july': found " + shown(votes + 1) + ", expected " + shown(votes));
    }

    @Test
    void a_count_that_is_not_whole_is_found() {
        long votes = stack.votes(ChartWindow.ALL_TIME, "july");
        stack.redis(Command.ZADD, ChartKeys.chart(ChartWindow.ALL_TIME), "-1.5", "july");
        assertFound("Redis chart all 'july': found 1.5 votes, expected " + shown(votes));
    }

    @Test
    void a_wrong_total_is_found() {
        stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.total(day), "1000000");
        assertFound("Redis total of " + day.name() + ": found 1000000, expected ");
    }

    @Test
    void a_missing_total_is_found() {
        stack.redis(Command.HDEL, ChartKeys.STATE, ChartKeys.total(hour));
        assertFound("Redis total of " + hour.name() + ": found none, expected ");
    }

    @Test
    void a_wrong_or_missing_expiry_is_found() {
        stack.redis(Command.EXPIRE, ChartKeys.chart(day), "1000");
        stack.redis(Command.PERSIST, ChartKeys.chart(hour));
        TestScreen audit = audit();
        assertThat(audit.status()).as("%s", audit).isEqualTo(1);
        assertThat(audit.out())
                .hasSize(3)
                .anyMatch(line -> line.startsWith("Redis chart " + day.name() + ": found that it expires at ")
                        && line.endsWith("expected " + day.expiresAt().orElseThrow()))
                .contains("Redis chart " + hour.name() + ": found that it never expires, expected "
                        + hour.expiresAt().orElseThrow());
    }

    @Test
    void an_all_time_chart_that_expires_is_found() {
        stack.redis(Command.EXPIRE, ChartKeys.chart(ChartWindow.ALL_TIME), "1000000");
        assertFound("Redis chart all: found that it expires at ");
    }

    @Test
    void a_chart_that_should_be_over_is_found() {
        stack.redis(Command.ZADD, "{chart}:" + OLD_HOUR, "-1", "july");
        assertFound("Redis chart " + OLD_HOUR + ": found 1 songs, expected no chart, since it is over since "
                + ChartWindow.named(OLD_HOUR).expiresAt().orElseThrow());
    }

    @Test
    void a_missing_title_is_found() {
        stack.redis(Command.HDEL, ChartKeys.TITLES, "july");
        assertFound("Redis title of 'july': found none, expected a title of this song, like 'July'");
    }

    @Test
    void the_title_of_another_song_is_found() {
        stack.redis(Command.HSET, ChartKeys.TITLES, "july", "Hey Jude");
        assertFound("Redis title of 'july': found 'Hey Jude', expected a title of this song, like 'July'");
    }

    @Test
    void a_key_that_belongs_to_no_chart_is_found() {
        stack.redis(Command.SET, "{chart}:odd", "1");
        assertFound("Redis key {chart}:odd: found a key that belongs to no chart, expected no such key");
    }

    @Test
    void a_missing_row_of_a_ranking_is_found() {
        long votes = stack.votes(ChartWindow.ALL_TIME, "july");
        stack.row(Topic.SONG_RANKING, "\"july\"", null);
        assertFound("song_ranking 'july': found no row, expected " + shown(votes));
    }

    @Test
    void a_wrong_row_of_a_ranking_is_found() {
        long votes = stack.votes(day, "july");
        stack.row(Topic.DAILY_RANKING, "{\"DAY\":\"" + day.name() + "\",\"SONG\":\"july\"}", "{\"VOTES\":7777}");
        assertFound("daily_ranking " + day.name() + " 'july': found 7777 votes, expected " + shown(votes));
    }

    @Test
    void a_row_too_many_is_found() {
        String key = "{\"HOUR\":\"" + hour.name() + "\",\"SONG\":\"nobody\"}";
        stack.row(Topic.HOURLY_RANKING, key, "{\"VOTES\":1}");
        assertFound("hourly_ranking " + hour.name() + " 'nobody': found 1 votes, expected no row");
        stack.row(Topic.HOURLY_RANKING, key, null);
    }

    @Test
    void a_row_under_a_key_that_ksql_does_not_write_is_found() {
        stack.row(Topic.SONG_RANKING, " \"july\"", "{\"VOTES\":1}");
        assertFound("song_ranking  \"july\": found a row whose key KSQL does not write, expected no row");
        stack.row(Topic.SONG_RANKING, " \"july\"", null);
    }

    @Test
    void a_missing_or_foreign_title_in_its_topic_is_found() {
        stack.row(Topic.SONG_TITLES, "\"july\"", "{\"TITLE\":\"Hey Jude\"}");
        assertFound("song_titles 'july': found the title 'Hey Jude', expected a title of this song, like 'July'");
        stack.row(Topic.SONG_TITLES, "\"july\"", "{\"TITLE\":\"July\"}");
    }

    @Test
    void a_title_that_an_operator_has_taken_back_is_none_that_is_missing() {
        stack.row(Topic.SONG_TITLES, "\"july\"", null);
        assertThat(audit().status()).isZero();
        stack.redis(Command.HSET, ChartKeys.TITLES, "july", "july");
        assertThat(audit().status()).isZero();
        stack.redis(Command.HDEL, ChartKeys.TITLES, "july");
        assertThat(audit().status()).isZero();
        // The way that stays when Kafka has compacted.
        stack.row(Topic.SONG_TITLES, "\"july\"", "{\"TITLE\":\"july\"}");
        stack.redis(Command.HSET, ChartKeys.TITLES, "july", "july");
        assertThat(audit().status()).isZero();
    }

    @Test
    void the_end_of_a_rebuild_is_waited_for() {
        stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.REBUILD, ChartKeys.ASKED);
        stack.redis(Command.ZREM, ChartKeys.chart(day), "hey jude");
        long votes = stack.votes(day, "hey jude");
        CompletableFuture<Void> rebuilt = CompletableFuture.runAsync(
                () -> {
                    stack.redis(Command.ZADD, ChartKeys.chart(day), Long.toString(-votes), "hey jude");
                    stack.redis(Command.HDEL, ChartKeys.STATE, ChartKeys.REBUILD);
                },
                CompletableFuture.delayedExecutor(4, TimeUnit.SECONDS));
        TestScreen audit = stack.run("audit", "--patience", "2");
        rebuilt.join();
        assertThat(audit.status()).as("%s", audit).isZero();
        assertThat(audit.err())
                .containsExactly(
                        "a rebuild of the charts is asked for or at work; waiting for its end, up to 12 s");
    }

    @Test
    void during_a_rebuild_that_does_not_end_only_the_topics_are_compared() {
        stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.REBUILD, ChartKeys.ASKED);
        stack.redis(Command.ZREM, ChartKeys.chart(day), "hey jude");
        TestScreen audit = audit();
        assertThat(audit.status()).as("%s", audit).isEqualTo(1);
        assertThat(audit.out()).hasSize(2);
        assertThat(audit.out().get(0))
                .isEqualTo("Redis was not compared: a rebuild of the charts is asked for or at work, and did not end"
                        + " within 6 s");
        assertThat(audit.out().get(1)).endsWith("no differences");
    }

    @Test
    void a_difference_that_is_gone_before_long_is_none() throws Exception {
        long votes = stack.votes(ChartWindow.ALL_TIME, "july");
        stack.redis(Command.ZREM, ChartKeys.chart(ChartWindow.ALL_TIME), "july");
        CompletableFuture<Void> arrival = CompletableFuture.runAsync(
                () -> stack.redis(Command.ZADD, ChartKeys.chart(ChartWindow.ALL_TIME), Long.toString(-votes), "july"),
                CompletableFuture.delayedExecutor(5, TimeUnit.SECONDS));
        TestScreen audit = stack.run("audit", "--patience", "60");
        arrival.join();
        assertThat(audit.status()).as("%s", audit).isZero();
        assertThat(audit.err()).containsExactly("1 difference; looking again, as votes may be on their way");
    }

    private void assertFound(String beginning) {
        TestScreen audit = audit();
        assertThat(audit.status()).as("%s", audit).isEqualTo(1);
        assertThat(audit.out()).as("%s", audit).hasSize(2);
        assertThat(audit.out().get(0)).startsWith(beginning);
        assertThat(audit.out().get(1)).endsWith("1 difference");
    }

    private TestScreen audit() {
        return stack.run("audit", "--patience", "1");
    }

    private static String shown(long votes) {
        return votes + (votes == 1 ? " vote" : " votes");
    }
}
