package io.crowdchart.model.song;

import java.lang.Character.UnicodeScript;

/** Combining marks: those that only decorate a letter, and those that are letters themselves. */
final class Marks {

    private static final int DAKUTEN = 0x3099;
    private static final int HANDAKUTEN = 0x309A;

    private Marks() {}

    static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /**
     * Whether a code point only decorates the letter before it. The vowel signs of Indic scripts do not, nor do the two marks
     * that make another syllable of a kana.
     */
    static boolean isAccent(int codePoint) {
        return isMark(codePoint)
                && codePoint != DAKUTEN
                && codePoint != HANDAKUTEN
                && switch (UnicodeScript.of(codePoint)) {
                    case INHERITED, LATIN, GREEK, CYRILLIC, HEBREW, ARABIC -> true;
                    default -> false;
                };
    }
}
