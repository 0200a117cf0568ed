package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the charts are made anew, and how. */
class RebuildTest {

    private static final Duration TOMBSTONES_STAY = Duration.ofDays(1);
    private static final Duration NOTICED_WITHIN = Duration.ofSeconds(2);

    private final TestClock clock = new TestClock();
    private final InMemoryCharts charts = new InMemoryCharts(clock, Duration.ofDays(1000));
    private final SimulatedTopics topics = new SimulatedTopics(clock, TOMBSTONES_STAY, RANKING, DAILY, PULSE);
    private final UnreliableWriter writer = new UnreliableWriter(charts.anotherWriter());
    private final SimulatedWorker worker = worker(writer);

    private int steps;

    @BeforeEach
    void the_topics_have_a_chart() {
        vote("july", 3);
        vote("hey jude", 1);
        topics.append(PULSE, offset -> Records.pulse(offset, clock.millis() * 1000));
    }

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
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
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
    void a_task_that_was_frozen_for_long_writes_nothing_before_it_has_looked() {
        begin();
        gone("hey jude");
        clock.advance(TOMBSTONES_STAY.plusHours(1));
        vote("july", 5);
        topics.compact(RANKING);
        topics.setSlow(true);

        worker.iterate(100);
        worker.iterate(100);
        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
        topics.setSlow(false);
        topics.answer(true);
        go();

        assertThat(votes()).isEqualTo(Map.of("july", 5L));
    }

    @Test
    void a_task_that_was_frozen_just_before_it_confirmed_does_not_trust_that() {
        begin();
        writer.beforeConfirm(() -> {
            writer.beforeConfirm(() -> {});
            gone("hey jude");
            clock.advance(TOMBSTONES_STAY.plusHours(1));
            vote("july", 5);
            topics.compact(RANKING);
        });

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 5L));
    }

    @Test
    void positions_at_the_end_are_confirmed_and_those_of_a_task_that_lags_are_not() {
        begin();
        vote("july", 4);
        Instant read = clock.instant();
        for (int i = 0; i < 100; i++) {
            clock.advance(Duration.ofSeconds(2));
            worker.iterate(0);
        }

        assertThat(place(RANKING).confirmedAt()).isBeforeOrEqualTo(read);
        assertThat(place(DAILY).confirmedAt()).isAfter(clock.instant().minusSeconds(3));

        go();
        assertThat(place(RANKING).confirmedAt()).isAfter(clock.instant().minusSeconds(3));
    }

    @Test
    void an_answer_that_comes_late_confirms_nothing() {
        begin();
        clock.advance(Duration.ofSeconds(1));
        topics.setSlow(true);
        worker.iterate(100);
        Instant asked = clock.instant();
        clock.advance(Duration.ofMinutes(1));
        topics.answer(false);

        worker.iterate(100);

        assertThat(place(RANKING).confirmedAt()).isBeforeOrEqualTo(asked);
    }

    @Test
    void a_task_that_does_not_hear_from_kafka_confirms_nothing() {
        begin();
        topics.setUnavailable(true);
        Instant cutOff = clock.instant();
        for (int i = 0; i < 100; i++) {
            vote("july", 10 + i);
            step();
        }

        assertThat(votes()).containsEntry("july", 109L);
        assertThat(place(RANKING).confirmedAt()).isBeforeOrEqualTo(cutOff);
    }

    @Test
    void the_marks_of_transactions_do_not_keep_a_partition_from_its_end() {
        begin();
        topics.appendMark(RANKING);
        clock.advance(Duration.ofMinutes(1));

        go();

        assertThat(position(RANKING)).isEqualTo(topics.log(RANKING).last());
        assertThat(place(RANKING).confirmedAt()).isAfter(clock.instant().minusSeconds(3));
        vote("july", 4);
        go();
        assertThat(votes()).containsEntry("july", 4L);
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

    @Test
    void of_two_tasks_one_makes_the_charts_anew_and_both_go_on() {
        worker.assign(List.of(RANKING));
        UnreliableWriter second = new UnreliableWriter(charts.anotherWriter());
        SimulatedWorker other = worker(second);
        other.assign(List.of(DAILY, PULSE));
        topics.append(DAILY, offset -> Records.daily(offset, "2026-11-23", "july", 2));
        goBoth(other);
        assertThat(writer.finished() + second.finished()).isEqualTo(1);

        charts.flush();
        goBoth(other);
        vote("july", 9);
        topics.append(DAILY, offset -> Records.daily(offset, "2026-11-23", "july", 7));
        goBoth(other);

        assertThat(writer.finished() + second.finished()).isEqualTo(2);
        assertThat(votes()).isEqualTo(Map.of("july", 9L, "hey jude", 1L));
        assertThat(Charts.votes(charts, ChartWindow.named("2026-11-23"))).isEqualTo(Map.of("july", 7L));
    }

    @Test
    void a_task_that_comes_late_does_not_make_new_charts_anew() {
        worker.assign(List.of(RANKING));
        UnreliableWriter second = new UnreliableWriter(charts.anotherWriter());
        SimulatedWorker other = worker(second);
        other.assign(List.of(DAILY, PULSE));
        topics.setSlow(true);
        other.iterate(10);
        topics.setSlow(false);
        go();
        assertThat(writer.finished()).isEqualTo(1);

        topics.answer(true);
        go(other);

        assertThat(second.finished()).isZero();
    }

    @Test
    void a_builder_that_died_is_followed_by_another_one() {
        begin();
        charts.askForRebuild();
        assertThat(charts.anotherWriter().rebuild(starts())).isPresent();
        Instant died = clock.instant();

        while (writer.finished() == 1) {
            step();
            assertThat(Duration.between(died, clock.instant())).isLessThan(Duration.ofSeconds(12));
        }

        assertThat(Duration.between(died, clock.instant())).isGreaterThan(Duration.ofSeconds(9));
        vote("july", 4);
        go();
        assertThat(votes()).containsEntry("july", 4L);
    }

    @Test
    void a_builder_that_is_at_work_is_waited_for() {
        begin();
        charts.askForRebuild();
        ChartRebuild other = charts.anotherWriter().rebuild(starts()).orElseThrow();
        for (int i = 0; i < 300; i++) {
            step();
            other.keepAlive();
        }

        assertThat(writer.finished()).isEqualTo(1);
        Map<TopicPart, Position> ends = new HashMap<>();
        topics.parts().forEach(part -> ends.put(part, topics.log(part).last()));
        assertThat(other.finish(ends)).isTrue();
        go();
        assertThat(votesOrNone()).as("it was put together from nothing").isEmpty();
    }

    @Test
    void a_rebalance_hands_a_rebuild_over() {
        topics.setRecordsPerRead(1);
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        assertThat(charts.look(List.of()).rebuild().orElseThrow().builder()).isPresent();

        worker.revoke(topics.parts());

        assertThat(charts.look(List.of()).rebuild().orElseThrow().builder()).isEmpty();
        UnreliableWriter next = new UnreliableWriter(charts.anotherWriter());
        SimulatedWorker another = worker(next);
        another.assign(topics.parts());
        go(another);
        assertThat(next.finished()).isEqualTo(1);
    }

    @Test
    void topics_that_change_while_they_are_read_do_not_become_a_chart() {
        topics.setRecordsPerRead(1);
        for (int i = 0; i < 10; i++) {
            vote("song " + i, i);
        }
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        topics.makeAnew(RANKING);
        for (int i = 0; i < 30; i++) {
            vote("imagine", i);
        }

        go();

        assertThat(writer.finished()).isEqualTo(1);
        assertThat(votes()).isEqualTo(Map.of("imagine", 29L));
    }

    @Test
    void a_rebuild_that_took_too_long_is_begun_again() {
        topics.setRecordsPerRead(1);
        for (int i = 0; i < 10; i++) {
            vote("song " + i, i);
        }
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        for (int i = 0; i < 10; i++) {
            gone("song " + i);
        }
        clock.advance(TOMBSTONES_STAY.plusHours(1));
        vote("july", 9);
        topics.compact(RANKING);
        while (writer.finished() == 0) {
            step();
        }

        assertThat(votes()).isEqualTo(Map.of("july", 9L, "hey jude", 1L));
    }

    @Test
    void bad_records_that_were_reported_are_not_reported_again() {
        begin();
        topics.append(RANKING, Records::bad);
        go();
        assertThat(worker.reported()).hasSize(1);

        charts.flush();
        go();

        assertThat(writer.finished()).isEqualTo(2);
        assertThat(worker.reported()).hasSize(1);
    }

    @Test
    void bad_records_that_the_task_before_reported_are_not_reported_again() {
        begin();
        topics.append(RANKING, Records::bad);
        go();
        worker.revoke(topics.parts());
        worker.stop();
        charts.flush();

        SimulatedWorker another = worker(new UnreliableWriter(charts.anotherWriter()));
        another.assign(topics.parts());
        go(another);

        assertThat(another.reported()).isEmpty();
    }

    @Test
    void bad_records_that_a_rebuild_is_the_first_to_see_are_reported() {
        SinkRecord bad = topics.append(RANKING, Records::bad);

        begin();

        assertThat(worker.reported()).containsExactly(bad);
        assertThat(position(RANKING)).isEqualTo(topics.log(RANKING).last());
    }

    @Test
    void a_cache_that_goes_away_during_a_rebuild_gets_it_later() {
        topics.setRecordsPerRead(1);
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        charts.setUnavailable(true);
        go();
        charts.setUnavailable(false);

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
    }

    @Test
    void topics_that_cannot_be_read_during_a_rebuild_are_read_later() {
        topics.setRecordsPerRead(1);
        for (int i = 0; i < 10; i++) {
            vote("july", 3);
        }
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        topics.setUnavailable(true);
        worker.iterate(10);
        assertThat(worker.timeout()).isEqualTo(1_000);
        assertThat(charts.look(List.of()).rebuild().orElseThrow().builder()).isEmpty();
        go();
        topics.setUnavailable(false);

        go();

        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
    }

    @Test
    void an_outage_after_the_swap_changes_nothing() {
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        writer.failAfterNextWrite();
        go();

        assertThat(writer.finished()).isEqualTo(1);
        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
    }

    @Test
    void a_kafka_that_is_silent_keeps_nobody_from_writing_and_confirms_nothing() {
        begin();
        topics.setSlow(true);
        worker.iterate(100);
        Instant cutOff = clock.instant();
        for (int again = 1; again <= 300; again++) {
            vote("july", 100 + again);
            clock.advance(Duration.ofMillis(250));
            if (again % 50 == 0) {
                topics.timeOut();
            }
            worker.iterate(100);
        }

        assertThat(votes()).containsEntry("july", 400L);
        assertThat(place(RANKING).confirmedAt()).isBeforeOrEqualTo(cutOff);
    }

    @Test
    void a_rebuild_waits_for_its_dead_letters_and_nobody_takes_it_over() {
        topics.append(RANKING, Records::bad);
        worker.setHolding(true);
        worker.assign(List.of(RANKING));
        UnreliableWriter second = new UnreliableWriter(charts.anotherWriter());
        SimulatedWorker other = worker(second);
        for (int i = 0; i < 10; i++) {
            clock.advance(Duration.ofMillis(50));
            worker.iterate(100);
        }
        other.assign(List.of(DAILY, PULSE));
        for (int i = 0; i < 10; i++) {
            goBoth(other);
        }
        assertThat(writer.finished() + second.finished()).isZero();
        assertThat(worker.reported()).hasSize(1);
        assertThat(other.reported()).isEmpty();

        worker.setHolding(false);
        goBoth(other);

        assertThat(writer.finished()).isEqualTo(1);
        assertThat(second.finished()).isZero();
    }

    @Test
    void bad_records_at_offsets_that_a_cut_has_set_free_are_reported() {
        begin();
        vote("july", 4);
        vote("july", 5);
        vote("july", 6);
        go();
        topics.cut(RANKING, 2);
        SinkRecord bad = topics.append(RANKING, Records::bad);

        go();

        assertThat(writer.finished()).isEqualTo(2);
        assertThat(worker.reported()).containsExactly(bad);
    }

    @Test
    void bad_records_behind_a_cut_are_reported_by_a_later_try_too() {
        begin();
        vote("july", 4);
        vote("july", 5);
        vote("july", 6);
        go();
        topics.cut(RANKING, 2);
        topics.setUnreadable(true);
        go();
        SinkRecord bad = topics.append(RANKING, Records::bad);
        for (int i = 0; i < 10; i++) {
            vote("july", i);
        }
        go();
        topics.setUnreadable(false);

        go();

        assertThat(writer.finished()).isEqualTo(2);
        assertThat(worker.reported()).containsExactly(bad);
    }

    @Test
    void rebuilds_that_are_lost_are_begun_again_ever_later() {
        begin();
        UnreliableWriter thief = new UnreliableWriter(charts.anotherWriter());
        int before = topics.reads();
        Instant begun = clock.instant();
        charts.askForRebuild();
        writer.beforeAdd(() -> {
            charts.flush();
            thief.askForRebuild();
        });
        while (Duration.between(begun, clock.instant()).compareTo(Duration.ofMinutes(1)) < 0) {
            step();
        }

        assertThat(topics.reads() - before).isBetween(10, 20);
        writer.beforeAdd(() -> {});
        clock.advance(Duration.ofSeconds(5));
        go();
        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
    }

    @Test
    void a_place_that_does_not_move_is_looked_at_now_and_then() {
        begin();
        vote("july", 4);
        clock.advance(Duration.ofMinutes(1));
        int before = topics.reads();
        Instant begun = clock.instant();
        while (Duration.between(begun, clock.instant()).compareTo(Duration.ofMinutes(5)) < 0) {
            clock.advance(Duration.ofMillis(worker.timeout()));
            worker.iterate(0);
        }

        assertThat(topics.reads() - before).isBetween(9, 11);
    }

    @Test
    void partitions_at_rest_that_cannot_be_read_do_not_keep_others_from_being_written() {
        begin();
        topics.appendMark(DAILY);
        worker.revoke(topics.parts());
        clock.advance(Duration.ofMinutes(1));
        topics.setUnreadable(true);
        vote("july", 4);
        worker.assign(topics.parts());

        for (int i = 0; i < 8; i++) {
            clock.advance(Duration.ofMillis(50));
            worker.iterate(100);
        }

        assertThat(votes()).containsEntry("july", 4L);
    }

    @Test
    void a_zombie_changes_nothing_that_is_newer() {
        begin();
        vote("july", 4);
        worker.commit();
        // The records are fetched, and the worker is frozen before it hands them to the task.
        SimulatedWorker next = worker(new UnreliableWriter(charts.anotherWriter()));
        next.assign(topics.parts());
        go(next);
        vote("july", 5);
        gone("hey jude");
        go(next);

        worker.iterate(1);
        assertThat(votes()).isEqualTo(Map.of("july", 5L));
        go();
        go(next);

        assertThat(votes()).isEqualTo(Map.of("july", 5L));
    }

    private SimulatedWorker worker(UnreliableWriter with) {
        return new SimulatedWorker(
                topics,
                new ChartSinkTask(clock, redis -> with, config -> topics, Runnable::run),
                Map.of("chart.redis.host", "localhost", "chart.kafka.bootstrap.servers", "localhost:1"));
    }

    private void begin() {
        worker.assign(topics.parts());
        go();
    }

    private void go() {
        go(worker);
    }

    private void go(SimulatedWorker some) {
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMillis(Math.min(some.timeout(), 100)));
            some.iterate(100);
        }
    }

    private void goBoth(SimulatedWorker other) {
        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofMillis(50));
            worker.iterate(100);
            other.iterate(100);
        }
    }

    /** As long as the task wants to wait. */
    private void step() {
        assertThat(++steps).as("steps without an end").isLessThan(2_000);
        clock.advance(Duration.ofMillis(worker.timeout()));
        worker.iterate(100);
    }

    private void vote(String song, long votes) {
        topics.append(RANKING, offset -> Records.ranking(offset, song, votes));
    }

    private void gone(String song) {
        topics.append(RANKING, offset -> Records.rankingGone(offset, song));
    }

    private Map<TopicPart, Position> starts() {
        Map<TopicPart, Position> starts = new HashMap<>();
        topics.parts()
                .forEach(part -> starts.put(part, new Position(topics.log(part).id(), 0)));
        return starts;
    }

    private Place place(TopicPart part) {
        return Objects.requireNonNull(charts.look(List.of(part)).places().get(part));
    }

    private Position position(TopicPart part) {
        return place(part).position();
    }

    private Map<String, Long> votes() {
        return Charts.votes(charts, ChartWindow.ALL_TIME);
    }

    private Map<String, Long> votesOrNone() {
        ChartAnswer answer = charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 10));
        return answer instanceof ChartAnswer.Rebuilding ? Map.of() : votes();
    }
}
