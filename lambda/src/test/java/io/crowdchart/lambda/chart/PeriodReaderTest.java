package io.crowdchart.lambda.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeriodReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    @Test
    void a_question_that_is_asked_again_in_another_zone_has_only_the_time_that_is_left() {
        BerlinCharts charts = new BerlinCharts();
        var periods = new PeriodReader(charts, Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC);

        periods.read(windows -> ChartQuery.top(windows.of(ChartPeriod.TODAY), 1), AnswerTime.fromNow());

        assertThat(charts.asked)
                .containsExactly(
                        new ChartWindow.Day(LocalDate.of(2026, 11, 23)),
                        new ChartWindow.Day(LocalDate.of(2026, 11, 24)));
        assertThat(charts.within.get(0)).isLessThanOrEqualTo(AnswerTime.IN_ALL);
        assertThat(charts.within.get(1)).isLessThan(charts.within.get(0));
    }

    /** Charts whose readers have no time to waste. */
    private static final class BerlinCharts implements ChartReader {

        private final List<ChartWindow> asked = new ArrayList<>();
        private final List<Duration> within = new ArrayList<>();

        @Override
        public ChartAnswer read(ChartQuery query) {
            throw new IllegalStateException("without a limit: " + query);
        }

        @Override
        public ChartAnswer read(ChartQuery query, Duration time) {
            asked.add(query.window());
            within.add(time);
            return new ChartAnswer.Empty(
                    new ChartView(query.window(), List.of(), Map.of(), 0, 0, NOW, ZoneId.of("Europe/Berlin")),
                    Duration.ZERO);
        }

        @Override
        public ChartSongs songs(SongsQuery query, Duration time) {
            throw new IllegalStateException("nobody asks for " + query);
        }

        @Override
        public void close() {}
    }
}
