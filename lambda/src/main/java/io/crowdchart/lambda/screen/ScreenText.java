package io.crowdchart.lambda.screen;

/** Text as APL takes it: marked up, and looked through for expressions. */
final class ScreenText {

    private ScreenText() {}

    /** Marked-up text that shows a text as it is, whatever is in it. */
    static String of(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                // Some devices look for expressions in the data, too.
                .replace("${", "&#36;{")
                .replaceFirst("^@", "&#64;");
    }

    /** Plain text with nothing in it that would be calculated. */
    static String unbound(String text) {
        return text.replace("${", "$ {").replaceFirst("^@", " @");
    }
}
