package io.crowdchart.model.chart;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** The time that a chart covers. Its name is the same in Kafka and in Redis: {@code all}, {@code 2026-11-23}, {@code 2026-11-23T06}. */
public sealed interface ChartWindow {

    /** All votes there are. */
    ChartWindow ALL_TIME = new AllTime();

    /** The name of the window, in the time zone of the chart. */
    String name();

    /**
     * When the chart of this window may be forgotten; nothing if never. Computed from the name alone, so that a replay of
     * old votes does not bring back what is over; in any time zone the chart outlives its window by at least
     * {@link Day#KEPT} or {@link Hour#KEPT}, less half a day.
     */
    Optional<Instant> expiresAt();

    /**
     * The window of a name.
     *
     * @throws IllegalArgumentException if the name is none
     */
    static ChartWindow named(String name) {
        return switch (name.length()) {
            case 3 -> AllTime.named(name);
            case Day.LENGTH -> Day.named(name);
            case Hour.LENGTH -> Hour.named(name);
            default -> throw noWindow(name);
        };
    }

    private static IllegalArgumentException noWindow(String name) {
        String shown = name.length() <= 40 ? name : name.substring(0, 40) + "…";
        return new IllegalArgumentException(
                "a chart window is 'all', a day like 2026-11-23 or an hour like 2026-11-23T06, was '" + shown + "'");
    }

    /** The window without an end. */
    record AllTime() implements ChartWindow {
        @Override
        public String name() {
            return "all";
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.empty();
        }

        static ChartWindow named(String name) {
            if (!name.equals("all")) {
                throw noWindow(name);
            }
            return ALL_TIME;
        }
    }

    /** A calendar day in the time zone of the chart. */
    record Day(LocalDate date) implements ChartWindow {

        /** How long a day's chart is kept after the day: long enough for a week in review. */
        public static final Duration KEPT = Duration.ofDays(9);

        private static final int LENGTH = 10;

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

        /** The day of an instant. */
        public static Day at(Instant instant, ZoneId zone) {
            return new Day(LocalDate.ofInstant(instant, zone));
        }

        /**
         * The day of a name like {@code 2026-11-23}.
         *
         * @throws IllegalArgumentException if the name is none
         */
        public static Day named(String name) {
            // The format alone would take years of more than four digits, too.
            if (name.length() != LENGTH) {
                throw noWindow(name);
            }
            try {
                return new Day(LocalDate.parse(name, FORMAT));
            } catch (DateTimeException e) {
                throw noWindow(name);
            }
        }

        @Override
        public String name() {
            return FORMAT.format(date);
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(
                    date.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().plus(KEPT));
        }
    }

    /**
     * An hour of a day in the time zone of the chart. Where clocks are set back, the hour that comes twice is one window.
     *
     * @param start its first instant as the clock on the wall shows it, a whole hour
     */
    record Hour(LocalDateTime start) implements ChartWindow {

        /** How long an hour's chart is kept after the hour. */
        public static final Duration KEPT = Duration.ofDays(2);

        private static final int LENGTH = 13;

        private static final DateTimeFormatter FORMAT =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

        public Hour {
            if (!start.equals(start.truncatedTo(ChronoUnit.HOURS))) {
                throw new IllegalArgumentException("an hour starts at a whole hour, was " + start);
            }
        }

        /** The hour of an instant. */
        public static Hour at(Instant instant, ZoneId zone) {
            return new Hour(LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.HOURS));
        }

        /**
         * The hour of a name like {@code 2026-11-23T06}.
         *
         * @throws IllegalArgumentException if the name is none
         */
        public static Hour named(String name) {
            if (name.length() != LENGTH) {
                throw noWindow(name);
            }
            try {
                return new Hour(LocalDateTime.parse(name, FORMAT));
            } catch (DateTimeException e) {
                throw noWindow(name);
            }
        }

        @Override
        public String name() {
            return FORMAT.format(start);
        }

        @Override
        public Optional<Instant> expiresAt() {
            return Optional.of(start.plusHours(1).toInstant(ZoneOffset.UTC).plus(KEPT));
        }
    }
}
