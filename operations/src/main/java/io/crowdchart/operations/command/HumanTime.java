package io.crowdchart.operations.command;

import java.time.Duration;
import java.util.Locale;

/** Writes lengths of time for people. */
public final class HumanTime {

    private HumanTime() {}

    /** A length like {@code 0.4 s}, {@code 3 min 20 s}, {@code 5 h 12 min} or {@code 3 d 4 h}. */
    public static String of(Duration length) {
        if (length.isNegative()) {
            return "-" + of(length.negated());
        }
        if (length.compareTo(Duration.ofMinutes(1)) < 0) {
            return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            return length.toMinutes() + " min " + length.toSecondsPart() + " s";
        }
        if (length.compareTo(Duration.ofDays(1)) < 0) {
            return length.toHours() + " h " + length.toMinutesPart() + " min";
        }
        return length.toDays() + " d " + length.toHoursPart() + " h";
    }
}
