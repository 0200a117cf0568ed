package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.model.chart.ChartWindow;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.junit.jupiter.api.Test;

class SnapshotTest {

    private static final Context<Resource> CONTEXT = Core.getGlobalContext();

    @Test
    void before_a_checkpoint_one_question_is_asked_and_all_is_forgotten() {
        SomeChart chart = SomeChart.of("July=690");

        snapshot(chart).beforeCheckpoint(CONTEXT);

        // The top five, and one more that tells of a tie.
        assertThat(chart.asked()).containsExactly(ChartQuery.top(ChartWindow.ALL_TIME, 6));
        assertThat(chart.resets()).isEqualTo(1);
        assertThat(chart.isClosed()).isFalse();
    }

    @Test
    void a_chart_that_is_away_or_broken_stops_no_checkpoint() {
        for (SomeChart chart : new SomeChart[] {SomeChart.saying(new ChartAnswer.Unavailable()), SomeChart.broken()}) {
            snapshot(chart).beforeCheckpoint(CONTEXT);

            assertThat(chart.asked()).hasSize(1);
            assertThat(chart.resets()).isEqualTo(1);
        }
    }

    @Test
    void a_dummy_question_that_is_refused_stops_no_checkpoint() {
        SomeChart chart = SomeChart.of("July=690");
        var skill = new ChartSkillHandler("another id", chart);

        new Snapshot(skill, new DummyQuestion(Envelope.SKILL_ID), chart).beforeCheckpoint(CONTEXT);

        assertThat(chart.asked()).isEmpty();
        assertThat(chart.resets()).isEqualTo(1);
    }

    private static Snapshot snapshot(SomeChart chart) {
        var skill = new ChartSkillHandler(Envelope.SKILL_ID, chart);
        return new Snapshot(skill, new DummyQuestion(Envelope.SKILL_ID), chart);
    }
}
