package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.HelpScreen;
import java.util.Set;

/** "Yes" to what was offered; to "What else would you like to know?" it gets what can be asked. */
final class YesHandler extends IntentHandler {

    private final PageHandler more;

    YesHandler(PageHandler more) {
        super(Set.of("AMAZON.YesIntent"), Set.of());
        this.more = more;
    }

    @Override
    Reply reply(Turn turn) {
        return turn.memory()
                .offer()
                .map(offer -> switch (offer) {
                    case MORE -> more.reply(turn);
                })
                .orElseGet(() -> Reply.ask(turn.messages().help()).showing(new HelpScreen()));
    }
}
