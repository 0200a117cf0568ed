package io.crowdchart.lambda.intent;

import java.util.Set;

/** "Is July ahead of Whiskey Girl?" */
final class CompareSongsHandler extends IntentHandler {

    private static final String SONG = "song";
    private static final String OTHER = "other";

    private final ComparisonTalk comparisons;

    CompareSongsHandler(ComparisonTalk comparisons) {
        super(Set.of("CompareSongsIntent"), Set.of(SONG, OTHER));
        this.comparisons = comparisons;
    }

    @Override
    Reply reply(Turn turn) {
        return turn.song(SONG)
                .flatMap(song -> turn.song(OTHER).flatMap(other -> comparisons.told(song, other, turn)))
                .orElseGet(() -> Reply.ask(turn.messages().songsUnheard()).keeping(turn.context()));
    }
}
