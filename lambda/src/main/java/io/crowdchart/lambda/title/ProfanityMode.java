package io.crowdchart.lambda.title;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a title that is not fit to be said. */
public enum ProfanityMode {
    /** The whole title is withheld. */
    HIDE,
    /** The words are bleeped, and stars on a card and a screen. */
    BLEEP,
    /** Only the titles of a list are said, whatever is in them. */
    CATALOGUE,
    /** Every title is said as it is. */
    OFF;

    /** The mode with a name in small letters; nothing if there is none. */
    public static Optional<ProfanityMode> named(String name) {
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
