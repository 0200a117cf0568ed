package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Bad records that a rebuild meets. */
class RebuildBadRecordsTest extends RebuildScene {

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
}
