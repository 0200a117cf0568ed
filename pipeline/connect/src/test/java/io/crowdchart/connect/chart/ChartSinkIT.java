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
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
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
    void charts_follow_the_topics_and_neither_duplicates_nor_replays_change_them() throws JMException {
        stack.runSink();
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
        assertThat(metric("records-total")).isGreaterThanOrEqualTo(12);
        assertThat(metric("cache-away")).isZero();
        assertThat(metric("pulse-age-ms")).isBetween(0L, SinkStack.LIMIT.toMillis());

        stack.replay();

        await().atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(metric("records-total")).isGreaterThanOrEqualTo(12));
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
        assertThat(letters)
                .extracting(letter -> letter.header("stage"))
                .containsExactlyInAnyOrder("VALUE_CONVERTER", "TASK_PUT", "TASK_PUT");
        assertThat(letters)
                .filteredOn(letter -> letter.header("stage").equals("TASK_PUT"))
                .extracting(letter -> letter.header("exception.message"))
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
    void altered_offsets_are_those_in_redis_and_a_wrong_topic_is_refused() {
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.awaitTruth();
        stack.worker().rest().stop("chart-sink");
        stack.worker().rest().awaitState("chart-sink", "STOPPED", SinkStack.LIMIT);
        Map<String, Object> ranking = Map.of("kafka_topic", "song_ranking", "kafka_partition", 0);

        stack.worker()
                .rest()
                .alterOffsets("chart-sink", List.of(new ConnectorOffset(ranking, Map.of("kafka_offset", 1))));

        assertThat(stack.worker().rest().offsets("chart-sink"))
                .contains(new ConnectorOffset(ranking, Map.of("kafka_offset", 1)));
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
                                        "chart.redis.host", "localhost")))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("400")
                .hasMessageContaining("unknown: votes");
    }

    /** The connector and its task stay RUNNING for a while. */
    private void runsFor(Duration time) {
        await().during(time)
                .atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(stack.status().running()).isTrue());
        assertThat(stack.reader().read(ChartQuery.top(ChartWindow.ALL_TIME, 1)))
                .isInstanceOfAny(ChartAnswer.Stale.class, ChartAnswer.Unavailable.class);
    }

    private static long metric(String name) throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName bean =
                beans.queryNames(new ObjectName("kafka.connect:type=plugins,connector=chart-sink,*"), null).stream()
                        .filter(found -> hasAttribute(beans, found, name))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no metric " + name + " among " + plugins(beans)));
        return (Long) beans.getAttribute(bean, name);
    }

    private static Set<ObjectName> plugins(MBeanServer beans) {
        try {
            return beans.queryNames(new ObjectName("kafka.connect:type=*,*"), null);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasAttribute(MBeanServer beans, ObjectName bean, String name) {
        try {
            return Arrays.stream(beans.getMBeanInfo(bean).getAttributes())
                    .anyMatch(attribute -> attribute.getName().equals(name));
        } catch (JMException e) {
            return false;
        }
    }
}
