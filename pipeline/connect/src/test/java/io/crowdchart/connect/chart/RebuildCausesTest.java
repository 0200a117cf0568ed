package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the charts are made anew, and when they are not. */
class RebuildCausesTest extends RebuildScene {

    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);

    @Test
    void charts_begin_with_all_there_is() {
        begin();

        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
        assertThat(writer.finished()).isEqualTo(1);
        assertThat(writer.sizes()).isEmpty();
        assertThat(position(RANKING)).isEqualTo(topics.log(RANKING).last());
    }

    @Test
    void empty_topics_make_an_empty_chart_at_once() {
        topics.parts().forEach(topics::makeAnew);
        beginRebuild();
        worker.iterate(10);

        assertThat(writer.finished()).isEqualTo(1);
        topics.append(PULSE, offset -> Records.pulse(offset, clock.millis() * 1000));
        go();
        assertThat(charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 1))).isInstanceOf(ChartAnswer.Empty.class);
    }

    @Test
    void nothing_is_made_anew_while_all_is_well() {
        begin();
        for (int i = 0; i < 200; i++) {
            vote("july", i);
            topics.appendMark(RANKING);
            clock.advance(Duration.ofMinutes(1));
            go();
        }

        assertThat(writer.finished()).isEqualTo(1);
        assertThat(votes()).isEqualTo(Map.of("july", 199L, "hey jude", 1L));
    }

    @Test
    void an_emptied_cache_is_noticed_on_idle_topics_and_nobody_sees_a_part_of_the_chart() {
        topics.setRecordsPerRead(1);
        begin();
        Map<String, Long> whole = votes();

        for (int phase = 0; phase < 10; phase++) {
            clock.advance(Duration.ofMillis(100));
            worker.iterate(100);
            charts.flush();
            Instant emptied = clock.instant();
            while (charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 10)) instanceof ChartAnswer.Rebuilding) {
                step();
            }
            assertThat(votes()).isEqualTo(whole);
            assertThat(Duration.between(emptied, clock.instant())).isLessThan(NOTICED_WITHIN);
        }
    }

    @Test
    void a_cache_that_lost_confirmed_writes_is_made_anew_even_on_idle_topics() {
        begin();
        InMemoryCharts.Snapshot before = charts.snapshot();
        vote("july", 4);
        gone("hey jude");
        go();
        charts.restore(before);

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 4L));
        assertThat(writer.finished()).isEqualTo(2);
    }

    @Test
    void writes_that_were_lost_during_an_outage_are_missed_after_it() {
        begin();
        InMemoryCharts.Snapshot before = charts.snapshot();
        vote("july", 4);
        go();
        charts.setUnavailable(true);
        go();
        charts.restore(before);
        charts.setUnavailable(false);

        go();

        assertThat(writer.finished()).isEqualTo(2);
        assertThat(votes()).containsEntry("july", 4L);
    }

    @Test
    void writes_that_were_lost_while_nobody_was_there_are_missed_by_the_next_task() {
        begin();
        InMemoryCharts.Snapshot before = charts.snapshot();
        vote("july", 4);
        go();
        worker.revoke(topics.parts());
        worker.stop();
        charts.restore(before);

        UnreliableWriter next = new UnreliableWriter(charts.anotherWriter());
        SimulatedWorker another = worker(next);
        another.assign(topics.parts());
        go(another);

        assertThat(next.finished()).isEqualTo(1);
        assertThat(votes()).containsEntry("july", 4L);
    }

    @Test
    void a_null_value_that_was_compacted_away_while_the_sink_was_stopped_is_not_missed() {
        begin();
        worker.revoke(topics.parts());
        worker.stop();
        gone("hey jude");
        vote("july", 4);
        clock.advance(TOMBSTONES_STAY.plusHours(1));
        vote("july", 5);
        topics.compact(RANKING);
        assertThat(topics.log(RANKING).records()).hasSize(1);

        SimulatedWorker another = worker(new UnreliableWriter(charts.anotherWriter()));
        another.assign(topics.parts());
        go(another);

        assertThat(votes()).isEqualTo(Map.of("july", 5L));
    }

    @Test
    void a_topic_that_is_made_anew_has_its_chart_made_anew() {
        begin();
        topics.makeAnew(RANKING);
        vote("imagine", 1);
        vote("imagine", 2);
        vote("imagine", 3);
        vote("imagine", 4);

        go();

        assertThat(votes()).isEqualTo(Map.of("imagine", 4L));
        assertThat(position(RANKING)).isEqualTo(topics.log(RANKING).last());
    }

    @Test
    void a_deleted_topic_keeps_its_chart_while_the_others_go_on() {
        begin();
        topics.delete(DAILY);
        vote("july", 4);
        go();
        assertThat(votes()).isEqualTo(Map.of("july", 4L, "hey jude", 1L));

        charts.flush();
        go();
        assertThat(charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 1))).isInstanceOf(ChartAnswer.Rebuilding.class);

        topics.makeAnew(DAILY);
        go();
        assertThat(votes()).isEqualTo(Map.of("july", 4L, "hey jude", 1L));
    }

    @Test
    void a_topic_that_lost_its_end_has_its_chart_made_anew() {
        begin();
        vote("july", 4);
        go();
        topics.cut(RANKING, topics.log(RANKING).end() - 1);

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
        assertThat(writer.finished()).isEqualTo(2);
    }

    @Test
    void a_topic_that_lost_everything_has_an_empty_chart() {
        begin();
        topics.cut(RANKING, 0);

        go();

        assertThat(votes()).isEmpty();
    }

    @Test
    void a_gap_that_the_task_jumped_over_is_noticed() {
        begin();
        gone("hey jude");
        vote("july", 4);
        vote("july", 5);
        topics.deleteBefore(RANKING, topics.log(RANKING).end() - 1);

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 5L));
        assertThat(writer.finished()).isEqualTo(2);
    }

    @Test
    void a_rebuild_that_was_asked_for_is_done() {
        begin();
        charts.askForRebuild();

        go();

        assertThat(writer.finished()).isEqualTo(2);
        assertThat(charts.look(topics.parts()).rebuild()).isEmpty();
    }
}
