package io.crowdchart.lambda.speech;

import io.crowdchart.lambda.title.TitleRules;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The titles in what is said and shown: the only place where they come in. Safe for use by many threads. */
final class Titles {

    private static final int LONGEST = 100;

    private final Phrases phrases;
    private final Locale locale;
    private final TitleRules rules;

    Titles(Phrases phrases, Locale locale, TitleRules rules) {
        this.phrases = phrases;
        this.locale = locale;
        this.rules = rules;
    }

    /** A title in a sentence. */
    String spoken(String title) {
        return said(title, "title.withheld");
    }

    /** A title by itself. */
    String shown(String title) {
        return said(title, "caption.withheld");
    }

    private String said(String title, String withheld) {
        // What comes after is the same text: nothing that vanishes from speech may part the letters of a word before.
        String plain = title.replace(TitleRules.BLEEP, "*");
        return rules.said(new Speech(plain).text(), locale)
                .map(Titles::bounded)
                .orElseGet(() -> phrases.filled(withheld, Map.of()));
    }

    private static String bounded(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST));
    }

    /** A text in which what stands for a title has a capital where a sentence begins with it. */
    String capitalised(String text) {
        String withheld = phrases.filled("title.withheld", Map.of());
        String capital = withheld.substring(0, 1).toUpperCase(locale) + withheld.substring(1);
        return Pattern.compile("(^|[.!?] )" + Pattern.quote(withheld))
                .matcher(text)
                .replaceAll("$1" + Matcher.quoteReplacement(capital));
    }
}
