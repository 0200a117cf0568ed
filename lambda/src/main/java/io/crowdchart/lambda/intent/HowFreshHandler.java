package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.speech.Messages;
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
        return talk.freshness(
                turn,
                fresh -> Reply.answer(messages.fresh(
                                fresh.age(), fresh.view().votes(), fresh.view().songs()))
                        .keeping(turn.context()),
                stale -> Reply.answer(messages.freshUntil(
                                stale.age(), stale.view().votes(), stale.view().songs()))
                        .keeping(turn.context()));
    }
}
