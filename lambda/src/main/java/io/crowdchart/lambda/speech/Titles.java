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
        return said(title, "title");
    }

    /** A title by itself. */
    String shown(String title) {
        return said(title, "caption");
    }

    private String said(String title, String place) {
        // What comes after is the same text: nothing that vanishes from speech may part the letters of a word before.
        String plain = title.replace(TitleRules.BLEEP, "*");
        String safe = new Speech(plain).text();
        // Some titles have nothing that can be heard or seen.
        return safe.isEmpty()
                ? phrases.filled(place + ".untitled", Map.of())
                : rules.said(safe, locale)
                        .map(Titles::bounded)
                        .orElseGet(() -> phrases.filled(place + ".withheld", Map.of()));
    }

    private static String bounded(String title) {
        return title.codePointCount(0, title.length()) <= LONGEST
                ? title
                : title.substring(0, title.offsetByCodePoints(0, LONGEST));
    }

    /** A text in which what stands for a title has a capital where a sentence begins with it. */
    String capitalised(String text) {
        return capitalised(capitalised(text, "title.withheld"), "title.untitled");
    }

    private String capitalised(String text, String key) {
        String standIn = phrases.filled(key, Map.of());
        String capital = standIn.substring(0, 1).toUpperCase(locale) + standIn.substring(1);
        return Pattern.compile("(^|[.!?] )" + Pattern.quote(standIn))
                .matcher(text)
                .replaceAll("$1" + Matcher.quoteReplacement(capital));
    }
}
