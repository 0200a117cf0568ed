package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Stop", "cancel", "go home". */
final class FarewellHandler extends IntentHandler {

    FarewellHandler() {
        super(Set.of("AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return Reply.end(turn.messages().goodbye());
    }
}
