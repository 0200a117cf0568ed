package io.crowdchart.model.song;

import java.util.regex.Pattern;

/**
 * What is written behind a title without naming another recording: credits of guests, and the words of an edition (remaster,
 * mono, radio edit, official video …). Words that do name another recording (remix, live, acoustic, instrumental, cover,
 * demo, sped up) are no noise.
 */
final class EditionNoise {

    private static final String EDITION = "(?:"
            + "(?:\\d{4} )?(?:digital(?:ly)? )?remaster(?:ed)?(?: version)?(?: \\d{4})?"
            + "|mono(?: version)?|stereo(?: version)?|explicit(?: version)?|clean(?: version)?"
            + "|radio edit|(?:single|album) version"
            + "|official(?: music)? (?:video|audio)|official lyrics? video"
            + "|lyrics?|lyrics? video|hd|hq"
            + ")";
    private static final String CREDIT = "(?:feat|ft|featuring)\\b\\.?";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern BRACKETED =
            Pattern.compile(" ?(?:\\(" + inside() + "\\)|\\{" + inside() + "\\}|\\[" + inside() + "\\])", FLAGS);
    /** Up to the next bracket or spaced dash, so that "July feat. X (Remix)" stays a remix. */
    private static final Pattern OPEN_CREDIT = Pattern.compile(" " + CREDIT + " (?:(?! [-–—] )[^(\\[{])+", FLAGS);

    private static final Pattern DASHED = Pattern.compile(" [-–—] " + EDITION + "(?= [-–—] | ?[(\\[{]|$)", FLAGS);

    private EditionNoise() {}

    private static String inside() {
        return " ?(?:" + EDITION + " ?|" + CREDIT + " [^()\\[\\]{}]*)";
    }

    /** The text without noise, its spaces single and trimmed; empty if it was all noise. */
    static String removedFrom(String text) {
        String before;
        String after = text;
        do {
            before = after;
            after = removedOnce(before);
        } while (!after.equals(before));
        return after;
    }

    private static String removedOnce(String text) {
        String withoutBrackets = BRACKETED.matcher(text).replaceAll(" ");
        String withoutCredits = OPEN_CREDIT.matcher(withoutBrackets).replaceAll(" ");
        String withoutDashes = DASHED.matcher(withoutCredits).replaceAll(" ");
        return Spaces.collapse(withoutDashes);
    }
}
