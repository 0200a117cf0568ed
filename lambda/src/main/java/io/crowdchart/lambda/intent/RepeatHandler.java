package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Repeat that": the last answer in the same words. */
final class RepeatHandler extends IntentHandler {

    RepeatHandler() {
        super(Set.of("AMAZON.RepeatIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return turn.memory()
                .said()
                .map(said -> Reply.ask(said).keeping(turn.memory()))
                .orElseGet(() -> Reply.ask(turn.messages().nothingSaid()));
    }
}
