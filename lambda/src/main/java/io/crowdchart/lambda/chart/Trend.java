package io.crowdchart.lambda.chart;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.model.chart.ChartEntry;
import java.util.List;

/**
 * How a song of a chart has moved since an earlier one.
 *
 * @param kind which way
 * @param places how many places up or down; else 0
 */
public record Trend(Kind kind, long places) {

    /** Nothing is known of an earlier chart. */
    public static final Trend UNKNOWN = new Trend(Kind.UNKNOWN, 0);

    /** The ways to move. */
    public enum Kind {
        UP,
        DOWN,
        SAME,
        NEW,
        UNKNOWN
    }

    /** The trend of a line since an earlier chart, of which the first lines are known; perhaps none. */
    public static Trend of(ChartEntry line, List<ChartEntry> earlier) {
        return earlier.stream()
                .filter(before -> before.song().key().equals(line.song().key()))
                .findFirst()
                .map(before -> moved(before.rank() - line.rank()))
                .orElseGet(() -> absent(line, earlier));
    }

    private static Trend moved(long up) {
        if (up == 0) {
            return new Trend(Kind.SAME, 0);
        }
        return up > 0 ? new Trend(Kind.UP, up) : new Trend(Kind.DOWN, -up);
    }

    /** Behind the lines that are compared, a song may have been before. */
    private static Trend absent(ChartEntry line, List<ChartEntry> earlier) {
        boolean compared = earlier.size() < ChartQuery.MAX_COUNT || line.rank() <= ChartQuery.MAX_COUNT;
        return earlier.isEmpty() || !compared ? UNKNOWN : new Trend(Kind.NEW, 0);
    }
}
