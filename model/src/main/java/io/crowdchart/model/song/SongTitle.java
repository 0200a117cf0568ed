package io.crowdchart.model.song;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * How a song is shown: as it was written, in NFC, without credits and edition words, with tidy case where everything was
 * written small or everything in capitals.
 *
 * <p>A title always leads back to its song: its {@link SongKey} is the song's key. Where no spelling close to the written
 * one does (a text cut in the middle, say), the key itself is shown.
 */
public final class SongTitle {

    /** The longest title in code points; in characters that is at most 200, the limit that the KSQL statements set. */
    public static final int MAX_CODE_POINTS = 100;

    private SongTitle() {}

    static String ofRaw(String raw, String key) {
        String written = Spaces.collapse(Normalizer.normalize(raw, Form.NFC));
        String clean = EditionNoise.removedFrom(written);
        String title = tidied(Spaces.cut(clean.isEmpty() ? written : clean, MAX_CODE_POINTS));
        if (SongKey.of(title).equals(key)) {
            return title;
        }
        String shown = tidied(key);
        return SongKey.of(shown).equals(key) ? shown : key;
    }

    private static String tidied(String title) {
        boolean allLower = title.equals(title.toLowerCase(Locale.ROOT));
        boolean allUpper = title.equals(title.toUpperCase(Locale.ROOT));
        return allLower || allUpper ? capitalised(title.toLowerCase(Locale.ROOT)) : title;
    }

    private static String capitalised(String lower) {
        StringBuilder capitalised = new StringBuilder();
        boolean startsWord = true;
        for (int at = 0; at < lower.length(); ) {
            int codePoint = lower.codePointAt(at);
            at += Character.charCount(codePoint);
            capitalised.appendCodePoint(startsWord ? Character.toTitleCase(codePoint) : codePoint);
            // An apostrophe does not start a word: "Don't", not "Don'T".
            startsWord = !Character.isLetterOrDigit(codePoint) && "'’.".indexOf(codePoint) < 0;
        }
        return capitalised.toString();
    }
}
