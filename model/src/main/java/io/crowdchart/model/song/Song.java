package io.crowdchart.model.song;

import java.util.Optional;

/**
 * A song as it is counted and shown.
 *
 * @param key the canonical key, see {@link SongKey}; never blank, at most {@value SongKey#MAX_CODE_POINTS} code points
 * @param title how people read it, see {@link SongTitle}; its canonical key is {@code key}
 */
public record Song(String key, String title) {

    public Song {
        if (key.isBlank()) {
            throw new IllegalArgumentException("a song key must not be blank");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("a song title must not be blank: " + key);
        }
    }

    /**
     * Reads a song from what somebody wrote.
     *
     * @param text a title in any spelling
     * @return the song, or nothing if the text has no visible character
     */
    public static Optional<Song> named(String text) {
        String raw = RawTitle.of(text);
        if (raw.isEmpty()) {
            return Optional.empty();
        }
        String key = SongKey.ofRaw(raw);
        return Optional.of(new Song(key, SongTitle.ofRaw(raw, key)));
    }
}
