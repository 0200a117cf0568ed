package io.crowdchart.local.cost;

import io.crowdchart.model.song.Song;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The titles that the feed generator draws from. */
final class RealTitles {

    private RealTitles() {}

    static List<String> all() {
        Set<String> keys = new HashSet<>();
        try (InputStream stream = Objects.requireNonNull(
                        RealTitles.class.getResourceAsStream("/io/crowdchart/local/feed/songs.tsv"));
                var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .skip(1)
                    .map(line -> line.substring(0, line.indexOf('\t')))
                    .filter(title -> Song.named(title)
                            .filter(song -> keys.add(song.key()))
                            .isPresent())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
