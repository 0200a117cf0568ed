package io.crowdchart.lambda.intent;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number in a slot: "5", for an ordinal also "5th". */
final class SpokenNumber {

    /** More than any chart has songs; larger numbers mean this. */
    static final int MOST = 1_000_000_000;

    private static final Pattern NUMBER = Pattern.compile("0*(\\d+)(?:st|nd|rd|th)?");

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
