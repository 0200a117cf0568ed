package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.speech.Messages;
import java.util.OptionalInt;
import java.util.Set;

/** "Top five", "Today's chart": the first songs, a page at a time. */
final class TopSongsHandler extends IntentHandler {

    private static final String COUNT = "count";

    private final ChartTalk talk;

    TopSongsHandler(ChartTalk talk) {
        super(Set.of("TopSongsIntent"), Set.of(COUNT, Turn.PERIOD));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        OptionalInt count = SpokenNumber.in(turn.slot(COUNT).orElse(String.valueOf(Messages.MOST_NAMES)));
        if (count.isEmpty()) {
            return Reply.ask(turn.messages().noCount()).keeping(turn.context());
        }
        ChartPeriod period = turn.period().orElse(ChartPeriod.ALL_TIME);
        return new ListQuestion(period, 0, count.getAsInt()).reply(talk, turn);
    }
}
