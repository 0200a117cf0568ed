package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartWindow;
import java.util.Set;

/** "How fresh is the chart?" */
final class HowFreshHandler extends IntentHandler {

    private final ChartTalk talk;

    HowFreshHandler(ChartTalk talk) {
        super(Set.of("HowFreshIntent"), Set.of());
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        Messages messages = turn.messages();
        return talk.reply(
                ChartQuery.top(ChartWindow.ALL_TIME, 0),
                messages,
                fresh -> messages.fresh(
                        fresh.age(), fresh.view().votes(), fresh.view().songs()),
                stale -> messages.freshUntil(
                        stale.age(), stale.view().votes(), stale.view().songs()));
    }
}
