package io.crowdchart.lambda.intent;

import java.util.Set;

/** "No": to "Did you mean July?" the conversation goes on; to everything else it is a farewell. */
final class NoHandler extends IntentHandler {

    NoHandler() {
        super(Set.of("AMAZON.NoIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return turn.memory()
                .offeredSongs()
                .map(any -> Reply.ask(turn.messages().meantNone()).keeping(turn.context()))
                .orElseGet(() -> Reply.end(turn.messages().goodbye()));
    }
}
