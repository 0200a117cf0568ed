package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Memory.Page;
import io.crowdchart.lambda.speech.Messages;
import java.util.Set;

/** "Next", "more", "previous": another page of the list that was read; without one, the first of the chart. */
final class PageHandler extends IntentHandler {

    private final ChartTalk talk;
    private final int step;

    private PageHandler(Set<String> intents, ChartTalk talk, int step) {
        super(intents, Set.of());
        this.talk = talk;
        this.step = step;
    }

    static PageHandler forward(ChartTalk talk) {
        return new PageHandler(Set.of("AMAZON.NextIntent", "AMAZON.MoreIntent"), talk, Messages.MOST_NAMES);
    }

    static PageHandler back(ChartTalk talk) {
        return new PageHandler(Set.of("AMAZON.PreviousIntent"), talk, -Messages.MOST_NAMES);
    }

    @Override
    Reply reply(Turn turn) {
        Page page = turn.memory()
                .page()
                .map(read -> new Page(read.period(), Math.max(0, read.from() + step)))
                .orElseGet(() -> new Page(turn.memory().period().orElse(ChartPeriod.ALL_TIME), 0));
        return ListQuestion.of(page).reply(talk, turn.messages());
    }
}
