package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Stop", "cancel", "go home", and "no" to "What else would you like to know?". */
final class FarewellHandler extends IntentHandler {

    FarewellHandler() {
        super(
                Set.of("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent", "AMAZON.NoIntent"),
                Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.end(turn.messages().goodbye());
    }
}
