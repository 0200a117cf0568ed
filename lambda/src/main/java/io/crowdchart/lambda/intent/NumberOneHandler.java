package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import java.util.Set;

/** "What's number one?", "What was number one yesterday?" */
final class NumberOneHandler extends IntentHandler {

    private final ChartTalk talk;

    NumberOneHandler(ChartTalk talk) {
        super(Set.of("NumberOneIntent"), Set.of(Turn.PERIOD));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        ChartPeriod period = turn.period().orElse(ChartPeriod.ALL_TIME);
        return new RankQuestion(1, period).reply(talk, turn);
    }
}
