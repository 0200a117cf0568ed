package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a rebuild comes to its end, whatever happens on the way. */
class RebuildCourseTest extends RebuildScene {

    @Test
    void topics_that_change_while_they_are_read_do_not_become_a_chart() {
        topics.setRecordsPerRead(1);
        for (int i = 0; i < 10; i++) {
            vote("song " + i, i);
        }
        beginRebuild();
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
        beginRebuild();
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
    void a_cache_that_goes_away_during_a_rebuild_gets_it_later() {
        topics.setRecordsPerRead(1);
        beginRebuild();
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
        beginRebuild();
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
}
