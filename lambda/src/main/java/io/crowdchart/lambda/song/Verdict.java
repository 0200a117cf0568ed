package io.crowdchart.lambda.song;

import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Optional;

/** What to make of the songs that are most like what was heard. */
final class Verdict {

    /** Below this, asking would be guessing. */
    private static final double ASK = 0.67;

    /** How much less likely a second song may be to be offered too. */
    private static final double CLOSE = 0.18;

    /** How much less likely a second song must be for the first to need no question, if it sounds as it should. */
    private static final double NEAR = 0.08;

    /** How many times the votes of another one a song has that is meant rather, if both sound the same. */
    private static final int MANY_TIMES = 10;

    private Verdict() {}

    static Resolution on(List<Candidate> candidates, List<SongVotes> songs) {
        if (candidates.isEmpty()) {
            return new Resolution.Unknown(Optional.empty());
        }
        Candidate best = candidates.get(0);
        Song probable = songs.get(best.song()).song();
        if (best.likeness() < ASK) {
            return new Resolution.Unknown(Optional.of(probable));
        }
        Optional<Candidate> second = candidates.stream()
                .skip(1)
                .filter(next -> next.likeness() >= ASK && best.likeness() - next.likeness() <= CLOSE)
                .filter(next -> !next.name().isPartLike(best.name()))
                .findFirst();
        if (best.sameSound() && second.filter(next -> isNear(next, best)).isEmpty()) {
            return new Resolution.Certain(probable);
        }
        return new Resolution.Question(
                probable,
                second.map(next -> songs.get(next.song()))
                        .filter(other -> !isSpellingError(other, songs.get(best.song()), best.likeness()))
                        .map(SongVotes::song));
    }

    private static boolean isNear(Candidate next, Candidate best) {
        return best.likeness() - next.likeness() <= NEAR;
    }

    /** Whether a song is one that few have written otherwise, and that nobody could tell apart when it is spoken. */
    private static boolean isSpellingError(SongVotes other, SongVotes song, double likeness) {
        return likeness == 1 && other.votes() * MANY_TIMES <= song.votes();
    }
}
