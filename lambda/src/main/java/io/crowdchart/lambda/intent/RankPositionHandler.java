package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import java.util.OptionalInt;
import java.util.Set;

/** "Who is third?", "What's number three?", and after an answer about another chart, "and second?" */
final class RankPositionHandler extends IntentHandler {

    private static final String ORDINAL = "position";
    private static final String NUMBER = "number";

    private final ChartTalk talk;

    RankPositionHandler(ChartTalk talk) {
        super(Set.of("RankPositionIntent"), Set.of(ORDINAL, NUMBER, Turn.PERIOD));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        OptionalInt rank =
                SpokenNumber.in(turn.slot(ORDINAL).or(() -> turn.slot(NUMBER)).orElse(""));
        if (rank.isEmpty()) {
            return Reply.ask(turn.messages().noRank());
        }
        ChartPeriod period = turn.period().or(() -> turn.memory().period()).orElse(ChartPeriod.ALL_TIME);
        return new RankQuestion(rank.getAsInt(), period).reply(talk, turn.messages());
    }
}
