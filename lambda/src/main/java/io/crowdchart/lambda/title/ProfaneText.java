package io.crowdchart.lambda.title;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Arrays;
import java.util.Map;

/**
 * A text as it is compared with words: small letters without accents and without characters that nobody sees, each of which
 * knows where it stands in the text.
 */
final class ProfaneText {

    private static final int DAKUTEN = 0x3099;
    private static final int HANDAKUTEN = 0x309A;

    /** Letters that look like Latin ones. */
    private static final Map<Integer, String> LOOK_ALIKE = Map.ofEntries(
            Map.entry((int) 'ß', "ss"),
            Map.entry((int) 'ø', "o"),
            Map.entry((int) 'ı', "i"),
            Map.entry((int) 'а', "a"),
            Map.entry((int) 'с', "c"),
            Map.entry((int) 'е', "e"),
            Map.entry((int) 'і', "i"),
            Map.entry((int) 'к', "k"),
            Map.entry((int) 'о', "o"),
            Map.entry((int) 'р', "p"),
            Map.entry((int) 'ѕ', "s"),
            Map.entry((int) 'т', "t"),
            Map.entry((int) 'υ', "u"),
            Map.entry((int) 'ο', "o"),
            Map.entry((int) 'α', "a"));

    private final String text;
    private final StringBuilder folded = new StringBuilder();
    private int[] starts = new int[64];

    private ProfaneText(String text) {
        this.text = text;
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            add(folded(codePoint), at);
            at += Character.charCount(codePoint);
        }
        add("", text.length());
    }

    /** The text in its compatible form. */
    static ProfaneText of(String text) {
        return new ProfaneText(Normalizer.normalize(text, Form.NFKC));
    }

    private void add(String letters, int at) {
        int length = folded.length() + letters.length();
        if (length >= starts.length) {
            starts = Arrays.copyOf(starts, 2 * length);
        }
        Arrays.fill(starts, folded.length(), length + 1, at);
        folded.append(letters);
    }

    private static String folded(int codePoint) {
        int small = Character.toLowerCase(codePoint);
        String alike = LOOK_ALIKE.get(small);
        if (alike != null) {
            return alike;
        }
        return switch (Character.getType(small)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED ->
                isSpace(small) ? " " : "";
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                small == DAKUTEN || small == HANDAKUTEN ? Character.toString(small) : "";
            default -> isSpace(small) ? " " : withoutAccent(small);
        };
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static String withoutAccent(int codePoint) {
        return switch (UnicodeScript.of(codePoint)) {
            case LATIN, GREEK, CYRILLIC -> {
                String parts = Normalizer.normalize(Character.toString(codePoint), Form.NFD);
                int base = parts.codePointAt(0);
                String alike = LOOK_ALIKE.get(base);
                yield alike == null ? Character.toString(base) : alike;
            }
            default -> Character.toString(codePoint);
        };
    }

    /** The text itself. */
    String text() {
        return text;
    }

    /** What is compared. */
    String folded() {
        return folded.toString();
    }

    /** Where a part of what is compared begins in the text. */
    int start(int inFolded) {
        return starts[inFolded];
    }

    /** Where a part of what is compared ends in the text. */
    int end(int inFolded) {
        int last = starts[inFolded - 1];
        return last + Character.charCount(text.codePointAt(last));
    }
}
