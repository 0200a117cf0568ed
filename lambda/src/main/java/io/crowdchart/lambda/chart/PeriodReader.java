package io.crowdchart.lambda.chart;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Reads the charts of periods in the time zone of the charts, which every chart tells. Safe for use by many threads.
 *
 * <p>A question is asked in the zone of the last answer. Only if the answer tells another one, which makes it the answer to
 * another question, it is asked once more.
 */
public final class PeriodReader {

    private final ChartReader charts;
    private final Clock clock;
    private volatile ZoneId zone;

    /**
     * A reader of periods.
     *
     * @param zone the time zone of the charts as long as none has told
     */
    public PeriodReader(ChartReader charts, Clock clock, ZoneId zone) {
        this.charts = charts;
        this.clock = clock;
        this.zone = zone;
    }

    /** A question about periods. */
    public interface Question {

        /** The question about the windows that the periods are. */
        ChartQuery about(Windows windows);
    }

    /** The windows of periods, at a moment and in a time zone. */
    public record Windows(Instant now, ZoneId zone) {

        /** The window of a period. */
        public ChartWindow of(ChartPeriod period) {
            return period.window(now, zone);
        }
    }

    /** The answer to a question, in what is left of a time; never throws because of the cache. */
    public ChartAnswer read(Question question, AnswerTime time) {
        Windows windows = new Windows(clock.instant(), zone);
        ChartQuery query = question.about(windows);
        ChartAnswer answer = charts.read(query, time.left());
        Optional<ZoneId> told = view(answer).map(ChartView::zone);
        if (told.isEmpty() || told.get().equals(windows.zone())) {
            return answer;
        }
        zone = told.get();
        ChartQuery meant = question.about(new Windows(windows.now(), zone));
        return meant.equals(query) ? answer : charts.read(meant, time.left());
    }

    private static Optional<ChartView> view(ChartAnswer answer) {
        if (answer instanceof ChartAnswer.Fresh fresh) {
            return Optional.of(fresh.view());
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return Optional.of(stale.view());
        }
        return answer instanceof ChartAnswer.Empty empty ? Optional.of(empty.view()) : Optional.empty();
    }
}
