package io.crowdchart.local.feed;

import io.crowdchart.model.song.Song;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The songs of one generated feed: real titles, some hard ones among them, few of them favourites of many. */
final class SongPool {

    private static final String TITLES = "songs.tsv";
    /** Titles that try to break what they pass: markup, quotes, scripts, nothing but signs, a very long one. */
    private static final List<String> HARD = List.of(
            "<speak>Stop & Listen</speak>",
            "say \"hi\" \\ \uD83C\uDFB8",
            "!!!",
            "千本桜",
            "مرحبا بالعالم",
            "O'Malley's \"Last\" Call",
            "{chart}:all",
            "x".repeat(140));
    /** Smaller makes favourites stand out less. */
    private static final double SKEW = 0.9;

    private final List<String> titles;
    private final double[] cumulated;

    private SongPool(List<String> titles) {
        this.titles = titles;
        this.cumulated = new double[titles.size()];
        double sum = 0;
        for (int place = 0; place < cumulated.length; place++) {
            sum += 1 / Math.pow(place + 1.0, SKEW);
            cumulated[place] = sum;
        }
    }

    /** A pool of so many songs, all different. */
    static SongPool drawn(Random random, int songs) {
        List<String> all = new ArrayList<>(titles());
        Collections.shuffle(all, random);
        List<String> drawn = new ArrayList<>(all.subList(0, Math.max(1, songs - HARD.size())));
        for (String hard : HARD) {
            drawn.add(drawn.size() / 2 + random.nextInt(drawn.size() / 2 + 1), hard);
        }
        return new SongPool(List.copyOf(drawn));
    }

    /** All titles that can be put between brackets and are no spelling of one before. */
    static List<String> titles() {
        Set<String> keys = new HashSet<>();
        return lines().stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .filter(title -> title.indexOf('[') < 0 && title.indexOf(']') < 0)
                .filter(title ->
                        Song.named(title).filter(song -> keys.add(song.key())).isPresent())
                .toList();
    }

    private static List<String> lines() {
        try (InputStream stream = SongPool.class.getResourceAsStream(TITLES)) {
            if (stream == null) {
                throw new IllegalStateException("the list of songs " + TITLES + " is missing in the jar");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The title of a song. */
    String title(int song) {
        return titles.get(song);
    }

    /** A song, a favourite more often than another. */
    int any(Random random) {
        double point = random.nextDouble() * cumulated[cumulated.length - 1];
        int song = 0;
        while (cumulated[song] < point) {
            song++;
        }
        return song;
    }
}
