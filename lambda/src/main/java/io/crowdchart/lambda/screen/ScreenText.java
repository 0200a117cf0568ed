package io.crowdchart.lambda.screen;

/** Text as APL takes it: marked up, and looked through for expressions. */
final class ScreenText {

    /** In code points; a word that is longer may be broken. */
    private static final int LONG_WORD = 12;

    /** Shows nothing, and is where a line may end. */
    private static final int BREAK = 0x200B;

    private static final int JOINER = 0x200D;

    private ScreenText() {}

    /** Marked-up text that shows a text as it is, whatever is in it; no word of it is too long for a line. */
    static String of(String text) {
        return breakable(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                // Some devices look for expressions in the data, too.
                .replace("${", "&#36;{")
                .replaceFirst("^@", "&#64;");
    }

    private static String breakable(String text) {
        var broken = new StringBuilder();
        int length = 0;
        int before = ' ';
        for (int codePoint : text.codePoints().toArray()) {
            length = codePoint == ' ' ? 0 : length + 1;
            if (length > LONG_WORD && before != JOINER && begins(codePoint)) {
                broken.appendCodePoint(BREAK);
                length = 1;
            }
            broken.appendCodePoint(codePoint);
            before = codePoint;
        }
        return broken.toString();
    }

    /** Not a part of what is before it. */
    private static boolean begins(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.MODIFIER_SYMBOL,
                    Character.FORMAT -> false;
            default -> true;
        };
    }

    /** Plain text with nothing in it that would be calculated. */
    static String unbound(String text) {
        return text.replace("${", "$ {").replaceFirst("^@", " @");
    }
}
