package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.song.Resolution;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.song.Song;
import java.util.Optional;
import java.util.stream.Stream;

/** "Did you mean July?" */
final class SongQuestion {

    private SongQuestion() {}

    /**
     * The question which song it is.
     *
     * @param asked what is told when it is answered
     * @param against the song to compare with, as it was heard; only if that was asked
     */
    static Reply of(Resolution.Question question, Asked asked, Optional<String> against, Messages messages) {
        Song probable = question.probable();
        String text = question.other()
                .map(other -> messages.meantWhich(probable, other))
                .orElseGet(() -> messages.meant(probable));
        return Reply.question(
                text,
                new Offer.Songs(
                        Stream.concat(Stream.of(probable), question.other().stream())
                                .map(Song::key)
                                .toList(),
                        asked,
                        against));
    }
}
