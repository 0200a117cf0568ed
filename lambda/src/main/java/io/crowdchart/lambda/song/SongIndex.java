package io.crowdchart.lambda.song;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.SongVotes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The songs of a chart by the names that people call them by, to find out which one was meant. It never changes, and the same
 * question always has the same answer. Safe for use by many threads.
 */
public final class SongIndex {

    private final List<SongVotes> songs;
    private final SongNames names;

    private SongIndex(List<SongVotes> songs) {
        this.songs = songs;
        this.names = new SongNames(songs.stream().map(SongVotes::song).toList());
    }

    /**
     * An index of songs.
     *
     * @param songs each once, in chart order: of two that are equally like what was heard, the first is meant
     */
    public static SongIndex of(List<SongVotes> songs) {
        return new SongIndex(List.copyOf(songs));
    }

    /** How many songs there are. */
    public int size() {
        return songs.size();
    }

    /** The place of the song with a canonical key; nothing if it is not among them. */
    Optional<ChartPlace> place(String key) {
        return names.withKey(key).map(name -> place(songs.get(name.song())));
    }

    private ChartPlace place(SongVotes song) {
        long ahead =
                songs.stream().takeWhile(other -> other.votes() > song.votes()).count();
        long sharing = songs.stream()
                .skip(ahead)
                .takeWhile(other -> other.votes() == song.votes())
                .count();
        return new ChartPlace(new ChartEntry(ahead + 1, song.song(), song.votes()), sharing);
    }

    /**
     * Which song was meant.
     *
     * @param heard what Alexa heard
     * @param locale in which language
     */
    public Resolution resolve(String heard, Locale locale) {
        Search search = new Search(names, Language.of(locale));
        for (Reading reading : Heard.readings(heard, locale)) {
            Optional<Integer> certain = search.certain(reading);
            if (certain.isPresent()) {
                return new Resolution.Certain(songs.get(certain.get()).song());
            }
        }
        return Verdict.on(search.candidates(), songs);
    }
}
