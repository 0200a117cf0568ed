package io.crowdchart.lambda.speech;

import io.crowdchart.lambda.title.TitleRules;

/**
 * A text that is safe to speak and to show, whatever song titles are in it: no control characters, no direction marks, no
 * halves of surrogate pairs, and no more of it than Alexa takes. The only place where text becomes SSML.
 *
 * @param text the plain text
 */
public record Speech(String text) {

    /** Alexa takes no longer speech. */
    public static final int MAX_CHARS = 8_000;

    /** What a word that is not said looks like. */
    private static final String STARS = "****";

    /** Alexa bleeps whatever is in it, so the word itself is not needed. */
    private static final String BLEEPED = "<say-as interpret-as=\"expletive\">beep</say-as>";

    private static final int BLEEP = TitleRules.BLEEP.codePointAt(0);

    private static final String START = "<speak>";
    private static final String END = "</speak>";

    public Speech {
        text = safe(text);
    }

    /** The plain text, with stars for the words that are bleeped. */
    @Override
    public String text() {
        return text.replace(TitleRules.BLEEP, STARS);
    }

    /** The text as SSML; no part of the text is markup in it. */
    public String ssml() {
        StringBuilder ssml = new StringBuilder(START);
        text.codePoints().forEach(codePoint -> ssml.append(escaped(codePoint)));
        return ssml.append(END).toString();
    }

    private static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        int room = MAX_CHARS - START.length() - END.length();
        for (int codePoint : text.codePoints().toArray()) {
            String next = isSpace(codePoint) ? " " : isSpeakable(codePoint) ? Character.toString(codePoint) : "";
            room -= next.isEmpty() ? 0 : escaped(codePoint).length();
            if (room < 0) {
                break;
            }
            safe.append(next);
        }
        return safe.toString().strip();
    }

    private static boolean isSpace(int codePoint) {
        return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static boolean isSpeakable(int codePoint) {
        boolean nonCharacter = (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
        return !nonCharacter
                && switch (Character.getType(codePoint)) {
                    case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
                    case Character.FORMAT -> isJoiner(codePoint);
                    default -> true;
                };
    }

    /** Of the invisible characters only these change what is read: in emoji, and in Indic and Persian words. */
    private static boolean isJoiner(int codePoint) {
        return codePoint == 0x200C || codePoint == 0x200D;
    }

    private static String escaped(int codePoint) {
        if (codePoint == BLEEP) {
            return BLEEPED;
        }
        return switch (codePoint) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> Character.toString(codePoint);
        };
    }
}
