package io.crowdchart.cache.read;

import io.crowdchart.model.chart.ChartWindow;

/**
 * Which songs of a chart to name, in one call.
 *
 * @param window of which chart
 * @param count how many of its first songs, 1 to {@value #MAX_COUNT}
 */
public record SongsQuery(ChartWindow window, int count) {

    /** The most songs that one call may name; the cache answers nobody else meanwhile. */
    public static final int MAX_COUNT = 5_000;

    public SongsQuery {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException("1 to " + MAX_COUNT + " songs may be asked for, was " + count);
        }
    }
}
