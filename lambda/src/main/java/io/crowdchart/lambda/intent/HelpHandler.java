package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.HelpScreen;
import java.util.Set;

/** "Help": says what can be asked. */
final class HelpHandler extends IntentHandler {

    HelpHandler() {
        super(Set.of("AMAZON.HelpIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.ask(turn.messages().help()).keeping(turn.context()).showing(new HelpScreen());
    }
}
