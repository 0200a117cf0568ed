package io.crowdchart.cache.read;

import java.time.Duration;
import java.time.Instant;

/** The answer to a question about a chart. Each is told to people in other words. */
public sealed interface ChartAnswer {

    /**
     * What a chart is at a moment: stale, empty or fresh.
     *
     * @param staleAfter how old its pulse may be before it counts as stale
     */
    static ChartAnswer of(ChartView view, Instant now, Duration staleAfter) {
        Duration since = Duration.between(view.seenAt(), now);
        // The clock of a source may be ahead.
        Duration age = since.isNegative() ? Duration.ZERO : since;
        if (age.compareTo(staleAfter) > 0) {
            return new Stale(view, age);
        }
        return view.songs() == 0 ? new Empty(view, age) : new Fresh(view, age);
    }

    /** The chart as it is now; it has at least one song. */
    record Fresh(ChartView view, Duration age) implements ChartAnswer {}

    /**
     * The chart as it was {@code age} ago: the pulse is old, or the cache cannot be asked and this is remembered. It may have
     * no song.
     */
    record Stale(ChartView view, Duration age) implements ChartAnswer {}

    /** The chart is up to date and has no song yet. */
    record Empty(ChartView view, Duration age) implements ChartAnswer {}

    /** There is no state at all, or no pulse yet: the chart is being put together. */
    record Rebuilding() implements ChartAnswer {}

    /** The cache cannot be asked, and what is known from before does not answer the question. */
    record Unavailable() implements ChartAnswer {}
}
