package io.crowdchart.model.song;

/** What somebody wrote, made safe to look at: bounded, without invisible characters, every run of white space one space. */
final class RawTitle {

    /** More than any post can hold (300 graphemes, 3,000 bytes); bounds the work on a hostile text. */
    private static final int MAX_CHARS = 3_000;

    private RawTitle() {}

    /** The cleaned text; empty if nothing visible is left. */
    static String of(String text) {
        StringBuilder cleaned = new StringBuilder();
        boolean gap = false;
        for (int at = 0; at < text.length() && at < MAX_CHARS; ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            if (isGap(codePoint)) {
                gap = true;
            } else if (!isInvisible(codePoint)) {
                if (gap && cleaned.length() > 0) {
                    cleaned.append(' ');
                }
                gap = false;
                cleaned.appendCodePoint(codePoint);
            }
        }
        return cleaned.toString();
    }

    private static boolean isGap(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.getType(codePoint) == Character.CONTROL;
    }

    /** Zero-width and direction marks, halves of a surrogate pair, code points that mean nothing. */
    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> true;
            default -> codePoint == HANGUL_FILLER || codePoint == HALFWIDTH_HANGUL_FILLER;
        };
    }

    private static final int HANGUL_FILLER = 0x3164;
    private static final int HALFWIDTH_HANGUL_FILLER = 0xFFA0;
}
