package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.post.Microseconds;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Where a source starts that has never read anything. */
sealed interface StartPosition {

    /** At what comes from now on. */
    record Now() implements StartPosition {}

    /** At the oldest event that the server still has. */
    record Earliest() implements StartPosition {}

    /** At a time, in microseconds since 1970. */
    record At(long timeUs) implements StartPosition {}

    /**
     * Reads {@code now}, {@code earliest}, a number of microseconds or a time like {@code 2026-11-23T06:00:00Z}.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static StartPosition of(String text) {
        return switch (text.trim().toLowerCase(Locale.ROOT)) {
            case "now" -> new Now();
            case "earliest" -> new Earliest();
            default ->
                new At(microseconds(text.trim())
                        .filter(timeUs -> timeUs >= EventParser.FIRST_TIME_US)
                        .orElseThrow(() -> new IllegalArgumentException("must be now, earliest, a time like"
                                + " 2026-11-23T06:00:00Z, or its microseconds since 1970 (from "
                                + EventParser.FIRST_TIME_US + " on)")));
        };
    }

    private static Optional<Long> microseconds(String text) {
        try {
            boolean number = text.chars().allMatch(Character::isDigit);
            return Optional.of(
                    number
                            ? Long.parseLong(text)
                            : Microseconds.of(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The cursor of the first connection; none is the live tail. */
    default OptionalLong cursor() {
        if (this instanceof At at) {
            return OptionalLong.of(at.timeUs());
        }
        return this instanceof Earliest ? OptionalLong.of(EventParser.FIRST_TIME_US) : OptionalLong.empty();
    }
}
