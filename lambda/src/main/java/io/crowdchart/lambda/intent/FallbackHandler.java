package io.crowdchart.lambda.intent;

import java.util.Set;

/** What is no question for this skill. */
final class FallbackHandler extends IntentHandler {

    FallbackHandler() {
        super(Set.of("AMAZON.FallbackIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.ask(turn.messages().fallback());
    }
}
