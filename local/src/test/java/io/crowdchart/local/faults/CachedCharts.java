package io.crowdchart.local.faults;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads whole charts the way the skill reads them. With a reader that was just made: it remembers nothing, so that what it
 * says is in Redis now.
 */
final class CachedCharts {

    private final ChartReader reader;

    CachedCharts(ChartReader reader) {
        this.reader = reader;
    }

    /** A whole chart: its lines by song, and the total that the cache gives. */
    record Whole(Map<String, ChartEntry> lines, long votes) {}

    /** A whole chart; nothing if there is none to be had. */
    Optional<Whole> read(ChartWindow window) {
        Map<String, ChartEntry> lines = new TreeMap<>();
        long votes = 0;
        List<ChartEntry> page;
        do {
            Optional<ChartView> view =
                    viewOf(reader.read(new ChartQuery(window, lines.size(), ChartQuery.MAX_COUNT, List.of())));
            if (view.isEmpty()) {
                return Optional.empty();
            }
            page = view.get().lines();
            page.forEach(line -> lines.put(line.song().key(), line));
            votes = view.get().votes();
        } while (!page.isEmpty());
        return Optional.of(new Whole(lines, votes));
    }

    /** The chart in an answer, if there is one. */
    static Optional<ChartView> viewOf(ChartAnswer answer) {
        if (answer instanceof ChartAnswer.Fresh fresh) {
            return Optional.of(fresh.view());
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return Optional.of(stale.view());
        }
        return answer instanceof ChartAnswer.Empty empty ? Optional.of(empty.view()) : Optional.empty();
    }
}
