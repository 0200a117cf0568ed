package io.crowdchart.cache.redis;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The last good charts, for the time in which Redis cannot be asked: the first lines of those that were asked for last.
 * Safe for use by many threads.
 */
final class LastCharts {

    /** How many lines of a chart are remembered. */
    static final int LINES = ChartQuery.MAX_COUNT;

    /** How many charts are remembered. */
    static final int WINDOWS = 16;

    /** How long a chart is good to be remembered before it is worth reading again: many lines cost more than a few. */
    static final Duration GOOD_FOR = Duration.ofSeconds(1);

    private final Map<ChartWindow, RememberedChart> charts = new LinkedHashMap<>(WINDOWS, 0.75f, true);

    /** Whether the chart of a question should be read again along with it. */
    synchronized boolean wants(ChartQuery query, Instant now) {
        RememberedChart chart = charts.get(query.window());
        if (chart == null || !chart.knows(query.earlier())) {
            return true;
        }
        Duration age = Duration.between(chart.readAt(), now);
        return age.isNegative() || age.compareTo(GOOD_FOR) >= 0;
    }

    /**
     * Keeps a chart in place of the one before.
     *
     * @param top the chart with its first {@value #LINES} lines, or all if there are fewer
     * @param earlier the other chart that it has lines of
     */
    synchronized void remember(ChartView top, Optional<ChartWindow> earlier, Instant now) {
        charts.put(top.window(), new RememberedChart(top, earlier, now));
        if (charts.size() > WINDOWS) {
            charts.remove(charts.keySet().iterator().next());
        }
    }

    /** Forgets all charts. */
    synchronized void forget() {
        charts.clear();
    }

    /** The answer as of the last good chart; nothing if it cannot be told for certain, or the time of the chart is over. */
    Optional<ChartAnswer.Stale> answer(ChartQuery query, Instant now) {
        boolean over =
                query.window().expiresAt().filter(end -> !end.isAfter(now)).isPresent();
        return over ? Optional.empty() : chart(query.window()).flatMap(chart -> chart.answer(query, now));
    }

    private synchronized Optional<RememberedChart> chart(ChartWindow window) {
        return Optional.ofNullable(charts.get(window));
    }
}
