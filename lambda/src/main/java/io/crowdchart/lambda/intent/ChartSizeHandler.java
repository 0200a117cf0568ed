package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.lambda.chart.ChartPeriod;
import java.util.Set;

/** "How many songs are in the chart?", "How many votes were there yesterday?" */
final class ChartSizeHandler extends IntentHandler {

    private final ChartTalk talk;

    ChartSizeHandler(ChartTalk talk) {
        super(Set.of("ChartSizeIntent"), Set.of(Turn.PERIOD));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        ChartPeriod period = turn.period().orElse(ChartPeriod.ALL_TIME);
        return talk.reply(
                period,
                window -> ChartQuery.top(window, 0),
                turn,
                view -> Reply.answer(turn.messages().size(view.votes(), view.songs()))
                        .keeping(turn.context().withPeriod(period)));
    }
}
