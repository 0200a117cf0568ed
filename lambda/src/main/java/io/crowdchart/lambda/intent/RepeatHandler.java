package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Repeat that": the last answer in the same words, or the question that is open. */
final class RepeatHandler extends IntentHandler {

    RepeatHandler() {
        super(Set.of("AMAZON.RepeatIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return turn.memory()
                .said()
                .map(said -> turn.memory()
                        .offeredSongs()
                        .map(offer -> Reply.question(said, offer))
                        .orElseGet(() -> Reply.ask(said).keeping(turn.memory())))
                .orElseGet(() -> Reply.ask(turn.messages().nothingSaid()));
    }
}
