package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who makes the charts anew where several could. */
class RebuildBuildersTest extends RebuildScene {

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
        beginRebuild();
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
}
