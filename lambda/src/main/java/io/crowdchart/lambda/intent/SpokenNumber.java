package io.crowdchart.lambda.intent;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number in a slot: "5", for an ordinal also "5th", "5.", "5º", "5e" or "第5位", in digits of any width. */
final class SpokenNumber {

    /** More than any chart has songs; larger numbers mean this. */
    static final int MOST = 1_000_000_000;

    private static final Pattern NUMBER = Pattern.compile(
            "第?\\s*[0０]*([0-9０-９]+)\\s*(?:st|nd|rd|th|\\.|\\.?[ºª°]|er|e|re|ère|ème|位|番目?)?", Pattern.CASE_INSENSITIVE);

    private SpokenNumber() {}

    /** A number of songs or a rank, from 1; nothing if the text is no such number ("?", "0", "-3"). */
    static OptionalInt in(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        String digits = matcher.group(1);
        int number = digits.length() > 9 ? MOST : Integer.parseInt(digits);
        return number < 1 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
