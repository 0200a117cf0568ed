package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.embedded.connect.ConnectRestException;
import io.crowdchart.embedded.connect.ConnectorOffset;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed sink in a real worker, between a real broker and a real redis-server. */
class ChartSinkIT {

    @TempDir
    Path folder;

    /** A day whose chart is not over yet. */
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    private SinkStack stack;

    @BeforeEach
    void start() {
        stack = SinkStack.start(folder);
        stack.topics().pulse(Instant.now().toEpochMilli() * 1000);
    }

    @AfterEach
    void stop() {
        stack.close();
    }

    @Test
    void charts_follow_the_topics_and_neither_duplicates_nor_replays_change_them() {
        stack.runSink();
        await().atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(SinkMetrics.rebuilds("missing")).isEqualTo(1));
        stack.topics().votes("july", today, 3);
        stack.topics().votes("hey jude", today, 1);
        stack.topics().votes("hey jude", today, 1);
        stack.topics().votes("imagine", today, 2);
        stack.topics().title("hey jude", "Hey Jude");
        stack.topics().sendAborted(Topic.SONG_RANKING, "\"nobody\"", "{\"VOTES\":99}");
        stack.topics().votes("imagine", today, 0);
        stack.awaitTruth();
        await().atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(Charts.titles(stack.reader(), ChartWindow.ALL_TIME))
                        .containsEntry("hey jude", "Hey Jude"));
        assertThat(SinkMetrics.of("records-total")).isEqualTo(11);
        assertThat(SinkMetrics.of("cache-away")).isZero();
        assertThat(SinkMetrics.of("pulse-age-ms")).isBetween(0L, SinkStack.LIMIT.toMillis());

        stack.stopSink();
        stack.worker().rest().resetOffsets("chart-sink");
        stack.resumeSink();

        await().atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(SinkMetrics.rebuilds("asked")).isEqualTo(1));
        stack.awaitTruth();
        stack.topics().votes("july", today, 4);
        stack.awaitTruth();
    }

    @Test
    void bad_records_reach_the_dead_letters_with_their_reasons_and_the_others_go_on() {
        stack.runSink();
        stack.topics().send(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":");
        stack.topics().send(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":\"many\"}");
        stack.topics().send(Topic.DAILY_RANKING, "\"july\"", "{\"VOTES\":1}");
        stack.topics().votes("july", today, 3);

        stack.awaitTruth();

        List<DeadLetter> letters = stack.deadLetters(3);
        assertThat(letters)
                .extracting(DeadLetter::value)
                .containsExactlyInAnyOrder("{\"VOTES\":", "{\"VOTES\":\"many\"}", "{\"VOTES\":1}");
        assertThat(letters).extracting(letter -> letter.header("stage")).containsOnly("TASK_PUT");
        assertThat(letters)
                .extracting(letter -> letter.header("exception.message"))
                .anySatisfy(reason -> assertThat(reason)
                        .matches("unusable record at offset \\d+ of song_ranking-0: the value must be JSON .*"))
                .anySatisfy(reason -> assertThat(reason)
                        .matches("unusable record at offset \\d+ of song_ranking-0: VOTES must be a whole number .*"))
                .anySatisfy(reason -> assertThat(reason)
                        .matches("unusable record at offset \\d+ of daily_ranking-0: the key must be a JSON object"));
        assertThat(stack.status().failed()).isFalse();
    }

    @Test
    void a_redis_that_is_absent_at_the_start_is_waited_for() {
        stack.redis().stop();
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.topics().votes("hey jude", today, 1);
        runsFor(Duration.ofSeconds(3));

        stack.redis().start();

        stack.awaitTruth();
        assertThat(stack.status().running()).isTrue();
    }

    @Test
    void a_redis_that_goes_away_and_comes_back_with_its_data_misses_nothing() {
        stack.runSink();
        stack.topics().votes("july", today, 3);
        stack.topics().votes("quiet", today, 1);
        stack.awaitTruth();

        stack.redis().stop();
        stack.topics().votes("july", today, 5);
        stack.topics().votes("hey jude", today, 1);
        runsFor(Duration.ofSeconds(3));
        stack.redis().start();

        stack.awaitTruth();
        assertThat(stack.status().running()).isTrue();
    }

    @Test
    void bad_records_that_a_rebuild_is_the_first_to_see_reach_the_dead_letters_once() {
        stack.topics().send(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":");
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.awaitTruth();
        RedisFlush.all(stack.redis());
        stack.awaitTruth();
        stack.topics().send(Topic.SONG_RANKING, "\"july\"", "[]");

        List<DeadLetter> letters = stack.deadLetters(2);

        assertThat(letters).extracting(DeadLetter::value).containsExactly("{\"VOTES\":", "[]");
        assertThat(letters.get(0).header("topic")).isEqualTo("song_ranking");
        assertThat(letters.get(0).header("offset")).isEqualTo("0");
        assertThat(letters.get(0).header("stage")).isEqualTo("TASK_PUT");
    }

    @Test
    void offsets_can_only_be_reset_and_a_wrong_topic_is_refused() {
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.awaitTruth();
        stack.stopSink();
        Map<String, Object> ranking = Map.of("kafka_topic", "song_ranking", "kafka_partition", 0);

        assertThatThrownBy(() -> stack.worker()
                        .rest()
                        .alterOffsets("chart-sink", List.of(new ConnectorOffset(ranking, Map.of("kafka_offset", 1)))))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("reset the offsets to make the charts anew");
        stack.redis().stop();
        assertThatThrownBy(() -> stack.worker().rest().resetOffsets("chart-sink"))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("the offsets were left as they are, because the cache cannot be used");
        assertThatThrownBy(() -> stack.worker()
                        .rest()
                        .put(
                                "wrong",
                                Map.of(
                                        "connector.class", ChartSink.class.getName(),
                                        "topics", "votes",
                                        "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                                        "chart.kafka.bootstrap.servers", "localhost:1",
                                        "chart.redis.host", "localhost")))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("400")
                .hasMessageContaining("unknown: votes")
                .hasMessageContaining("'key.converter' must be");
    }

    /** The connector and its task stay RUNNING for a while. */
    private void runsFor(Duration time) {
        await().during(time)
                .atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(stack.status().running()).isTrue());
        assertThat(stack.reader().read(ChartQuery.top(ChartWindow.ALL_TIME, 1)))
                .isInstanceOfAny(ChartAnswer.Stale.class, ChartAnswer.Unavailable.class);
    }
}
