package io.crowdchart.lambda.chart;

import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The time whose chart somebody means, seen from the moment of the question. The names are the ids of a slot's values. */
public enum ChartPeriod {
    ALL_TIME,
    TODAY,
    YESTERDAY,
    THIS_HOUR,
    LAST_HOUR;

    /** How messages call it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The period of an id; nothing if there is none. */
    public static Optional<ChartPeriod> named(String id) {
        return Arrays.stream(values())
                .filter(period -> period.name().equals(id))
                .findFirst();
    }

    /**
     * The window of a chart.
     *
     * @param now the moment of the question
     * @param zone the time zone of the chart
     */
    public ChartWindow window(Instant now, ZoneId zone) {
        return switch (this) {
            case ALL_TIME -> ChartWindow.ALL_TIME;
            case TODAY -> ChartWindow.Day.at(now, zone);
            case YESTERDAY -> new ChartWindow.Day(now.atZone(zone).toLocalDate().minusDays(1));
            case THIS_HOUR -> ChartWindow.Hour.at(now, zone);
            case LAST_HOUR -> ChartWindow.Hour.at(now.minus(Duration.ofHours(1)), zone);
        };
    }

    /** The period before, with whose chart the chart of this one is compared; nothing if there is none. */
    public Optional<ChartPeriod> before() {
        return switch (this) {
            case TODAY -> Optional.of(YESTERDAY);
            case THIS_HOUR -> Optional.of(LAST_HOUR);
            case ALL_TIME, YESTERDAY, LAST_HOUR -> Optional.empty();
        };
    }
}
