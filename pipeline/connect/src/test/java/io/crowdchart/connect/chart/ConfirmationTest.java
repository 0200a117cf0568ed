package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a task confirms, and what it does not trust. */
class ConfirmationTest extends RebuildScene {

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
}
