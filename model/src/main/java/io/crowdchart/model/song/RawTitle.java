package io.crowdchart.model.song;

/**
 * What somebody wrote, made safe to look at: bounded, every run of white space and of characters without a shape one space.
 */
final class RawTitle {

    /** More than any post can hold (300 graphemes, 3,000 bytes); bounds the work on a hostile text. */
    private static final int MAX_CHARS = 3_000;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int NONE = -1;

    private final StringBuilder cleaned = new StringBuilder();
    private boolean gap;
    private boolean visible;
    private int joiner = NONE;

    private RawTitle() {}

    /** The cleaned text; empty if nothing visible is left. */
    static String of(String text) {
        RawTitle title = new RawTitle();
        text.substring(0, Math.min(text.length(), MAX_CHARS)).codePoints().forEach(title::add);
        return title.visible ? title.cleaned.toString() : "";
    }

    private void add(int codePoint) {
        if (isJoiner(codePoint)) {
            joiner = codePoint;
        } else if (isGap(codePoint)) {
            gap = true;
        } else {
            joinTo();
            cleaned.appendCodePoint(codePoint);
            visible |= !Marks.isMark(codePoint);
        }
    }

    /** A joiner only means something between two characters: inside an emoji, or in a Persian word. */
    private void joinTo() {
        if (cleaned.length() > 0) {
            if (gap) {
                cleaned.append(' ');
            } else if (joiner != NONE) {
                cleaned.appendCodePoint(joiner);
            }
        }
        gap = false;
        joiner = NONE;
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_JOINER || codePoint == ZERO_WIDTH_NON_JOINER;
    }

    private static boolean isGap(int codePoint) {
        return Character.isWhitespace(codePoint)
                || switch (Character.getType(codePoint)) {
                    case Character.SPACE_SEPARATOR,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE -> true;
                    default -> isFiller(codePoint);
                };
    }

    /** Letters by their type that show nothing: the fillers of Hangul and Braille. */
    private static boolean isFiller(int codePoint) {
        return switch (codePoint) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
            default -> false;
        };
    }
}
