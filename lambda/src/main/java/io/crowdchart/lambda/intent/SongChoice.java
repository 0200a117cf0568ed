package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.intent.Offer.Asked;
import io.crowdchart.lambda.song.Heard;
import java.util.Optional;

/** Takes the answers to "Did you mean July?" and goes on with what was asked before. Safe for use by many threads. */
final class SongChoice {

    private final SongTalk songs;
    private final ComparisonTalk comparisons;

    SongChoice(SongTalk songs, ComparisonTalk comparisons) {
        this.songs = songs;
        this.comparisons = comparisons;
    }

    /** "Yes", "the second one": what was asked of one of the songs that were offered; nothing if there is no such song. */
    Optional<Reply> chosen(int song, Turn turn) {
        return turn.memory()
                .offeredSongs()
                .filter(offer -> song <= offer.keys().size())
                .map(offer -> told(offer, offer.keys().get(song - 1), turn));
    }

    /** "I mean July": the comparison that was asked for, with one of the songs that were offered; else a question is a new one. */
    Optional<Reply> named(HeardTitle heard, Turn turn) {
        return turn.memory()
                .offeredSongs()
                .filter(offer -> offer.asked() == Asked.COMPARISON)
                .flatMap(offer -> Heard.keys(heard.text(), heard.locale()).stream()
                        .filter(offer.keys()::contains)
                        .findFirst()
                        .map(key -> told(offer, key, turn)));
    }

    private Reply told(Offer.Songs offer, String key, Turn turn) {
        NamedSong song = NamedSong.known(key);
        return offer.against()
                .flatMap(against -> comparisons.told(song, turn.asHeard(against), turn))
                .orElseGet(() -> songs.told(song, offer.asked(), ChartPeriod.ALL_TIME, turn));
    }
}
