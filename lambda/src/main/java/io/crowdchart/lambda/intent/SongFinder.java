package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.AnswerTime;
import io.crowdchart.lambda.song.Heard;
import io.crowdchart.lambda.song.LiveSongs;
import io.crowdchart.lambda.song.Resolution;
import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Finds in a chart the songs that people name, with the one call that their question makes anyway: it asks for every key that
 * needs no index, and for the song that the index means while the index is of now. Only what is not found so makes the index
 * be read again, which then tells the place, too. Safe for use by many threads.
 */
final class SongFinder {

    private final LiveSongs songs;

    SongFinder(LiveSongs songs) {
        this.songs = songs;
    }

    /** What was found in a chart. */
    sealed interface Found {

        /** It is this song. */
        record At(ChartPlace place) implements Found {}

        /** Whoever named it has to say which song it is. */
        record Unclear(Resolution.Question question) implements Found {}

        /** It is not in the chart. */
        record Absent() implements Found {}
    }

    /** The song that was heard; nothing if it was none. */
    Optional<NamedSong> heard(HeardTitle heard) {
        List<String> keys = new ArrayList<>(Heard.keys(heard.text(), heard.locale()));
        Optional<Song> named = Song.named(heard.text());
        if (keys.isEmpty() || named.isEmpty()) {
            return Optional.empty();
        }
        // What was said to the letter is surer than anything that Alexa finds it to be.
        keys.addAll(1, heard.hints());
        Optional<Resolution> meant = songs.resolveAtOnce(heard.text(), heard.locale());
        meant.filter(Resolution.Certain.class::isInstance)
                .map(certain -> ((Resolution.Certain) certain).song().key())
                .ifPresent(keys::add);
        return Optional.of(
                new NamedSong(named.get().title(), keys.stream().distinct().toList(), Optional.of(heard), meant));
    }

    /**
     * What is found of a song in a chart that was asked for its keys.
     *
     * @param time what is left of it is the time to read the songs again
     */
    Found find(NamedSong song, ChartView view, AnswerTime time) {
        Optional<Found> place = song.keys().stream()
                .map(view.places()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Found.At::new);
        return place.or(() -> song.meant().map(SongFinder::unlessCertain))
                .or(() -> song.heard().flatMap(heard -> resolved(heard, time)))
                .orElseGet(Found.Absent::new);
    }

    /** A certain song was asked for, and the chart has lost it since. */
    private static Found unlessCertain(Resolution meant) {
        return meant instanceof Resolution.Question question ? new Found.Unclear(question) : new Found.Absent();
    }

    private Optional<Found> resolved(HeardTitle heard, AnswerTime time) {
        return songs.resolve(heard.text(), heard.locale(), time.left())
                .map(meant ->
                        meant instanceof Resolution.Certain certain ? found(certain.song()) : unlessCertain(meant));
    }

    /** Where the index is old, since the cache went away just now, "yes" asks the chart for the place. */
    private Found found(Song song) {
        return songs.place(song.key())
                .<Found>map(Found.At::new)
                .orElseGet(() -> new Found.Unclear(new Resolution.Question(song, Optional.empty())));
    }
}
