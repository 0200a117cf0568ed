package io.crowdchart.model.song;

import java.util.regex.Pattern;

final class Spaces {

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private Spaces() {}

    static String collapse(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** At most {@code limit} code points, without a space at the cut. */
    static String cut(String text, int limit) {
        if (text.codePointCount(0, text.length()) <= limit) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, limit)).strip();
    }
}
