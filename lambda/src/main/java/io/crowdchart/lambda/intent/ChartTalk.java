package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.PeriodReader;
import io.crowdchart.lambda.screen.Freshness;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartWindow;
import java.util.function.Function;

/** Asks the chart and puts each of its five answers into words. */
final class ChartTalk {

    private final PeriodReader charts;

    ChartTalk(PeriodReader charts) {
        this.charts = charts;
    }

    /**
     * The reply to a question about the chart of a period, which is named first, with a note if the chart is old.
     *
     * @param query the question about the window of the period
     * @param told what to tell of a chart that has songs
     */
    Reply reply(
            ChartPeriod period,
            Function<ChartWindow, ChartQuery> query,
            Messages messages,
            Function<ChartView, Reply> told) {
        return answered(
                period,
                windows -> besideEarlier(period, windows, query),
                messages,
                fresh -> told.apply(fresh.view()),
                stale -> told.apply(stale.view()).followedBy(messages.stale(stale.age()), messages));
    }

    /** Every question about a period reads the chart before along: then each can be answered from what is remembered. */
    private static ChartQuery besideEarlier(
            ChartPeriod period, PeriodReader.Windows windows, Function<ChartWindow, ChartQuery> query) {
        ChartQuery asked = query.apply(windows.of(period));
        return new ChartQuery(
                asked.window(),
                asked.from(),
                asked.count(),
                asked.songs(),
                period.before().map(windows::of));
    }

    /** The reply to a question about the chart of a period and that of the one before, which is told likewise. */
    Reply compared(ChartPeriod period, ChartPeriod before, Messages messages, Function<ChartView, Reply> told) {
        return answered(
                period,
                windows -> ChartQuery.comparison(windows.of(period), windows.of(before)),
                messages,
                fresh -> told.apply(fresh.view()),
                stale -> told.apply(stale.view()).followedBy(messages.stale(stale.age()), messages));
    }

    /**
     * The reply to a question about the all-time chart as a whole.
     *
     * @param fresh what to tell of a chart of now that has songs
     * @param stale what to tell of an old chart that has songs
     */
    Reply freshness(
            Messages messages, Function<ChartAnswer.Fresh, Reply> fresh, Function<ChartAnswer.Stale, Reply> stale) {
        return answered(
                ChartPeriod.ALL_TIME, windows -> ChartQuery.top(ChartWindow.ALL_TIME, 0), messages, fresh, stale);
    }

    private Reply answered(
            ChartPeriod period,
            PeriodReader.Question question,
            Messages messages,
            Function<ChartAnswer.Fresh, Reply> fresh,
            Function<ChartAnswer.Stale, Reply> stale) {
        ChartAnswer answer = charts.read(question);
        if (answer instanceof ChartAnswer.Fresh chart) {
            return introduced(period, fresh.apply(chart).asOf(new Freshness(chart.age(), false)), messages);
        }
        if (answer instanceof ChartAnswer.Stale chart) {
            return chart.view().songs() == 0
                    ? Reply.end(messages.emptyUntil(period.key(), chart.age()))
                    : introduced(period, stale.apply(chart).asOf(new Freshness(chart.age(), true)), messages);
        }
        if (answer instanceof ChartAnswer.Empty) {
            return Reply.end(messages.empty(period.key()));
        }
        return Reply.end(answer instanceof ChartAnswer.Rebuilding ? messages.rebuilding() : messages.unavailable());
    }

    private static Reply introduced(ChartPeriod period, Reply told, Messages messages) {
        return period == ChartPeriod.ALL_TIME ? told : told.after(messages.periodIntro(period.key()), messages);
    }
}
