package io.crowdchart.model.song;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.Map;

/**
 * The canonical key of a song: what is counted. All spellings of a title that differ in case, accents, width, punctuation,
 * guest credits or edition words have the same key; different recordings (remix, live …) have different ones.
 *
 * <p>Made in this order: NFKC, lower case, accents stripped and letters like ß and ø spelled out, credits and edition
 * words dropped, {@code &} read as "and", apostrophes dropped, everything else that is no letter or number made a space,
 * spaces collapsed. If no letter or number is left ("!!!"), the text before that last step. Never more than
 * {@value #MAX_CODE_POINTS} code points. The key of a key is the key itself.
 */
public final class SongKey {

    /** The longest key; also keeps it below the limit of 200 characters that the KSQL statements set. */
    public static final int MAX_CODE_POINTS = 100;

    private static final Map<Integer, String> FOLDED = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ł', "l"),
            Map.entry((int) 'đ', "d"),
            Map.entry((int) 'æ', "ae"),
            Map.entry((int) 'œ', "oe"),
            Map.entry((int) 'þ', "th"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'ς', "σ"));

    private static final String APOSTROPHES = "'`´‘’‛ʹʻʼʽˈ′＇";

    private SongKey() {}

    /**
     * The canonical key of a title.
     *
     * @param title a title in any spelling
     * @return its key; empty if the title has no visible character
     */
    public static String of(String title) {
        String raw = RawTitle.of(title);
        return raw.isEmpty() ? "" : ofRaw(raw);
    }

    static String ofRaw(String raw) {
        String key = canonical(raw);
        // Dropping an apostrophe can bring a credit to light ("f'eat. X"); such a text settles after another round.
        for (String next = canonical(key); !next.equals(key); next = canonical(key)) {
            key = next;
        }
        return key;
    }

    private static String canonical(String raw) {
        String normal = RawTitle.of(lower(raw));
        // NFKC leaves nothing to see of a lone accent such as ¨.
        String plain = normal.isEmpty() ? raw.toLowerCase(Locale.ROOT) : normal;
        String name = EditionNoise.removedFrom(folded(plain));
        String words = words(name);
        String key = words.isEmpty() ? (RawTitle.of(name).isEmpty() ? plain : name) : words;
        return Spaces.cut(key, MAX_CODE_POINTS);
    }

    private static String lower(String text) {
        // NFKC takes the acute accent ´ for a space with a mark; people type it as an apostrophe.
        String withApostrophes = text.replace('´', '\'');
        return Normalizer.normalize(withApostrophes, Form.NFKC).toLowerCase(Locale.ROOT);
    }

    private static String folded(String lower) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(lower, Form.NFD)
                .codePoints()
                .filter(c -> !Marks.isAccent(c))
                .forEach(c -> {
                    String spelled = FOLDED.get(c);
                    if (spelled == null) {
                        folded.appendCodePoint(c);
                    } else {
                        folded.append(spelled);
                    }
                });
        return Normalizer.normalize(folded, Form.NFC);
    }

    private static String words(String text) {
        StringBuilder words = new StringBuilder();
        text.codePoints().filter(c -> APOSTROPHES.indexOf(c) < 0).forEach(c -> {
            if (c == '&') {
                words.append(" and ");
            } else if (isLetterOrNumber(c) || (Marks.isMark(c) && isInWord(words))) {
                words.appendCodePoint(c);
            } else {
                words.append(' ');
            }
        });
        return Spaces.collapse(words.toString());
    }

    /** A mark belongs to the letter before it; without one it is no letter. */
    private static boolean isInWord(StringBuilder words) {
        return words.length() > 0 && words.charAt(words.length() - 1) != ' ';
    }

    private static boolean isLetterOrNumber(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
            default -> Character.isLetter(codePoint);
        };
    }
}
