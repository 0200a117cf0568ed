package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Memory.Page;
import io.crowdchart.lambda.speech.Messages;
import java.util.Set;
import java.util.function.ToIntFunction;

/** "Next", "more", "previous": another page of the list that was read; without one, the first of the chart. */
final class PageHandler extends IntentHandler {

    private final ChartTalk talk;
    private final ToIntFunction<Page> turning;

    private PageHandler(Set<String> intents, ChartTalk talk, ToIntFunction<Page> turning) {
        super(intents, Set.of());
        this.talk = talk;
        this.turning = turning;
    }

    static PageHandler forward(ChartTalk talk) {
        return new PageHandler(
                Set.of("AMAZON.NextIntent", "AMAZON.MoreIntent"), talk, read -> read.from() + read.count());
    }

    static PageHandler back(ChartTalk talk) {
        return new PageHandler(
                Set.of("AMAZON.PreviousIntent"), talk, read -> Math.max(0, read.from() - Messages.MOST_NAMES));
    }

    @Override
    Reply reply(Turn turn) {
        ListQuestion question = turn.memory()
                .page()
                .map(read -> ListQuestion.page(read.period(), turning.applyAsInt(read)))
                .orElseGet(() -> ListQuestion.page(turn.memory().period().orElse(ChartPeriod.ALL_TIME), 0));
        return question.reply(talk, turn);
    }
}
