package io.crowdchart.cache.read;

import io.crowdchart.model.chart.ChartWindow;
import java.util.List;
import java.util.Optional;

/**
 * What to read, in one call.
 *
 * @param window of which chart
 * @param from the position of the first line, counted from 0
 * @param count how many lines, 0 to {@value #MAX_COUNT}
 * @param songs canonical keys of songs whose place is wanted, at most {@value #MAX_COUNT}
 * @param earlier another chart, whose first {@value #MAX_COUNT} lines are wanted, too
 */
public record ChartQuery(ChartWindow window, int from, int count, List<String> songs, Optional<ChartWindow> earlier) {

    /** The most lines, and the most songs, that one question may ask for. */
    public static final int MAX_COUNT = 100;

    public ChartQuery {
        if (from < 0) {
            throw new IllegalArgumentException("lines are counted from 0, was " + from);
        }
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException("0 to " + MAX_COUNT + " lines may be asked for, was " + count);
        }
        if (songs.size() > MAX_COUNT) {
            throw new IllegalArgumentException(
                    "the places of at most " + MAX_COUNT + " songs may be asked for, was " + songs.size());
        }
        songs = List.copyOf(songs);
    }

    /** A question about one chart. */
    public ChartQuery(ChartWindow window, int from, int count, List<String> songs) {
        this(window, from, count, songs, Optional.empty());
    }

    /** The first lines of a chart. */
    public static ChartQuery top(ChartWindow window, int count) {
        return new ChartQuery(window, 0, count, List.of());
    }

    /** The first lines of a chart and of an earlier one, as many as may be asked for. */
    public static ChartQuery comparison(ChartWindow window, ChartWindow earlier) {
        return new ChartQuery(window, 0, MAX_COUNT, List.of(), Optional.of(earlier));
    }

    /** The place of one song in a chart. */
    public static ChartQuery place(ChartWindow window, String song) {
        return new ChartQuery(window, 0, 0, List.of(song));
    }
}
