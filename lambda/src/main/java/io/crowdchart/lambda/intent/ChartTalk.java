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

    /** What to tell of a chart that has songs, fresh or old, and of one that has none yet. */
    private record Words(
            Function<ChartAnswer.Fresh, Reply> fresh, Function<ChartAnswer.Stale, Reply> stale, Reply empty) {}

    /**
     * The reply to a question about the chart of a period, which is named first, with a note if the chart is old.
     *
     * @param query the question about the window of the period
     * @param told what to tell of a chart that has songs
     */
    Reply reply(
            ChartPeriod period, Function<ChartWindow, ChartQuery> query, Turn turn, Function<ChartView, Reply> told) {
        Reply empty = Reply.end(turn.messages().empty(period.key()));
        return answered(
                period, windows -> besideEarlier(period, windows, query), turn, words(told, empty, turn.messages()));
    }

    /** The same of the chart of all time, for whoever opens the skill: of a chart without songs it is told how to vote. */
    Reply opening(Function<ChartWindow, ChartQuery> query, Turn turn, Function<ChartView, Reply> told) {
        Messages messages = turn.messages();
        Reply empty = Reply.ask(messages.together(messages.empty(ChartPeriod.ALL_TIME.key()), messages.howToVote()));
        return answered(
                ChartPeriod.ALL_TIME,
                windows -> query.apply(windows.of(ChartPeriod.ALL_TIME)),
                turn,
                words(told, empty, messages));
    }

    private static Words words(Function<ChartView, Reply> told, Reply empty, Messages messages) {
        return new Words(
                fresh -> told.apply(fresh.view()),
                stale -> told.apply(stale.view()).followedBy(messages.stale(stale.age()), messages),
                empty);
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
    Reply compared(ChartPeriod period, ChartPeriod before, Turn turn, Function<ChartView, Reply> told) {
        Reply empty = Reply.end(turn.messages().empty(period.key()));
        return answered(
                period,
                windows -> ChartQuery.comparison(windows.of(period), windows.of(before)),
                turn,
                words(told, empty, turn.messages()));
    }

    /**
     * The reply to a question about the all-time chart as a whole.
     *
     * @param fresh what to tell of a chart of now that has songs
     * @param stale what to tell of an old chart that has songs
     */
    Reply freshness(Turn turn, Function<ChartAnswer.Fresh, Reply> fresh, Function<ChartAnswer.Stale, Reply> stale) {
        Reply empty = Reply.end(turn.messages().empty(ChartPeriod.ALL_TIME.key()));
        return answered(
                ChartPeriod.ALL_TIME,
                windows -> ChartQuery.top(ChartWindow.ALL_TIME, 0),
                turn,
                new Words(fresh, stale, empty));
    }

    private Reply answered(ChartPeriod period, PeriodReader.Question question, Turn turn, Words words) {
        Messages messages = turn.messages();
        ChartAnswer answer = charts.read(question, turn.time());
        if (answer instanceof ChartAnswer.Fresh chart) {
            return introduced(period, words.fresh().apply(chart).asOf(new Freshness(chart.age(), false)), messages);
        }
        if (answer instanceof ChartAnswer.Stale chart) {
            return chart.view().songs() == 0
                    ? Reply.end(messages.emptyUntil(period.key(), chart.age()))
                    : introduced(period, words.stale().apply(chart).asOf(new Freshness(chart.age(), true)), messages);
        }
        if (answer instanceof ChartAnswer.Empty) {
            return words.empty();
        }
        return Reply.end(answer instanceof ChartAnswer.Rebuilding ? messages.rebuilding() : messages.unavailable());
    }

    private static Reply introduced(ChartPeriod period, Reply told, Messages messages) {
        return period == ChartPeriod.ALL_TIME ? told : told.after(messages.periodIntro(period.key()), messages);
    }
}
