package io.crowdchart.lambda.song;

import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.song.SongKey;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The titles of a real chart, each song with its weeks for votes; songs with the same title are one. */
final class ChartedTitles {

    private final Map<String, SongVotes> songs = new LinkedHashMap<>();
    private final Map<String, String> artists = new LinkedHashMap<>();

    ChartedTitles() {
        lines("hot100-songs.tsv").stream().skip(1).forEach(this::add);
    }

    private void add(String line) {
        String[] fields = line.split("\t", -1);
        Song song = Song.named(fields[0]).orElseThrow();
        songs.merge(
                song.key(),
                new SongVotes(song, Long.parseLong(fields[2])),
                (one, other) -> new SongVotes(one.song(), one.votes() + other.votes()));
        artists.putIfAbsent(song.key(), fields[1]);
    }

    /** All songs in chart order. */
    List<SongVotes> inOrder() {
        return songs.values().stream().sorted(SongVotes.CHART_ORDER).toList();
    }

    boolean has(String key) {
        return songs.containsKey(key);
    }

    /** The artist of a song, without the guests. */
    String artist(Song song) {
        return SongKey.of(
                Objects.requireNonNull(artists.get(song.key())).split(" (?:Featuring|&|With|Or|\\+|x|X|/)", -1)[0]);
    }

    /** The lines of a file beside this class. */
    static List<String> lines(String file) {
        try (InputStream text = ChartedTitles.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
