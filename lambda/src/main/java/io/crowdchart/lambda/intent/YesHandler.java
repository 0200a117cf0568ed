package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.HelpScreen;
import java.util.Set;

/** "Yes" to what was offered; to "What else would you like to know?" it gets what can be asked. */
final class YesHandler extends IntentHandler {

    private final PageHandler more;
    private final SongChoice songs;

    YesHandler(PageHandler more, SongChoice songs) {
        super(Set.of("AMAZON.YesIntent"), Set.of());
        this.more = more;
        this.songs = songs;
    }

    @Override
    Reply reply(Turn turn) {
        return songs.chosen(1, turn)
                .or(() -> turn.memory().offer().map(offer -> more.reply(turn)))
                .orElseGet(() -> Reply.ask(turn.messages().help())
                        .keeping(turn.context())
                        .showing(new HelpScreen()));
    }
}
