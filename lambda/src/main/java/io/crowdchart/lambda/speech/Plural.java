package io.crowdchart.lambda.speech;

import java.util.Locale;

/** The plural categories of CLDR, by the rules of the languages that have messages: English so far. */
enum Plural {
    ONE,
    TWO,
    FEW,
    OTHER;

    /** The form for so many things: 1 vote, 2 votes. */
    static Plural ofCount(long count) {
        return count == 1 ? ONE : OTHER;
    }

    /** The form for a place in an order: 21st, 22nd, 23rd, 24th, but 11th. */
    static Plural ofOrdinal(long number) {
        long tens = number % 100;
        if (tens >= 11 && tens <= 13) {
            return OTHER;
        }
        return switch ((int) (number % 10)) {
            case 1 -> ONE;
            case 2 -> TWO;
            case 3 -> FEW;
            default -> OTHER;
        };
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
