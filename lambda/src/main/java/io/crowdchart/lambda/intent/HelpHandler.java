package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Help": says what can be asked. A "yes" to "What else would you like to know?" gets the same. */
final class HelpHandler extends IntentHandler {

    HelpHandler() {
        super(Set.of("AMAZON.HelpIntent", "AMAZON.YesIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.ask(turn.messages().help());
    }
}
