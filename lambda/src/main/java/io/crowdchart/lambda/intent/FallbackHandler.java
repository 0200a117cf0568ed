package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.HelpScreen;
import java.util.Set;

/** What is no question for this skill. */
final class FallbackHandler extends IntentHandler {

    FallbackHandler() {
        super(Set.of("AMAZON.FallbackIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.ask(turn.messages().fallback()).showing(new HelpScreen());
    }
}
