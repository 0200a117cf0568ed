package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.speech.Messages;
import java.util.function.Function;

/** Asks the chart and puts each of its five answers into words. */
final class ChartTalk {

    private final ChartReader charts;

    ChartTalk(ChartReader charts) {
        this.charts = charts;
    }

    /**
     * The reply to a question, with a note if the chart is old.
     *
     * @param told what to tell of a chart that has songs
     */
    Reply reply(ChartQuery query, Messages messages, Function<ChartView, String> told) {
        return reply(
                query,
                messages,
                fresh -> told.apply(fresh.view()),
                stale -> messages.together(told.apply(stale.view()), messages.stale(stale.age())));
    }

    /**
     * The reply to a question.
     *
     * @param fresh what to tell of a chart of now that has songs
     * @param stale what to tell of an old chart that has songs
     */
    Reply reply(
            ChartQuery query,
            Messages messages,
            Function<ChartAnswer.Fresh, String> fresh,
            Function<ChartAnswer.Stale, String> stale) {
        ChartAnswer answer = charts.read(query);
        if (answer instanceof ChartAnswer.Fresh chart) {
            return Reply.answer(fresh.apply(chart));
        }
        if (answer instanceof ChartAnswer.Stale chart) {
            return chart.view().songs() == 0
                    ? Reply.end(messages.emptyUntil(chart.age()))
                    : Reply.answer(stale.apply(chart));
        }
        if (answer instanceof ChartAnswer.Empty) {
            return Reply.end(messages.empty());
        }
        return Reply.end(answer instanceof ChartAnswer.Rebuilding ? messages.rebuilding() : messages.unavailable());
    }
}
