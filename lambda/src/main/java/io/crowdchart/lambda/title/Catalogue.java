package io.crowdchart.lambda.title;

import io.crowdchart.model.song.SongKey;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The titles of a host's own list. Immutable, safe for use by many threads.
 *
 * @param keys their canonical keys
 */
public record Catalogue(Set<String> keys) {

    public Catalogue {
        keys = Set.copyOf(keys);
    }

    /** No title. */
    static final Catalogue NONE = new Catalogue(Set.of());

    /**
     * The titles of a text file in UTF-8, one a line, in any spelling; empty lines count for nothing.
     *
     * @throws IllegalArgumentException if it cannot be read, is no text, or has no title; the message says which
     */
    public static Catalogue in(Path file) {
        try {
            Set<String> keys = Files.readString(file, StandardCharsets.UTF_8)
                    .lines()
                    .map(SongKey::of)
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("the catalogue has no title: " + file);
            }
            return new Catalogue(keys);
        } catch (MalformedInputException e) {
            throw new IllegalArgumentException("the catalogue is no text in UTF-8: " + file, e);
        } catch (IOException e) {
            throw new IllegalArgumentException("the catalogue cannot be read: " + file, e);
        }
    }

    /** Whether a title is in it, in any spelling. */
    boolean has(String title) {
        return keys.contains(SongKey.of(title));
    }
}
