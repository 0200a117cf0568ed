package io.crowdchart.connect.chart;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Looks at charts; they must have had a pulse. */
final class Charts {

    private Charts() {}

    static Map<String, Long> votes(ChartReader charts, ChartWindow window) {
        return lines(charts, window).stream()
                .collect(Collectors.toMap(line -> line.song().key(), ChartEntry::votes));
    }

    static Map<String, String> titles(ChartReader charts, ChartWindow window) {
        return lines(charts, window).stream()
                .collect(Collectors.toMap(
                        line -> line.song().key(), line -> line.song().title()));
    }

    /** All of them, in as many questions as it takes. */
    static List<ChartEntry> lines(ChartReader charts, ChartWindow window) {
        List<ChartEntry> lines = new ArrayList<>();
        List<ChartEntry> page;
        do {
            var query = new ChartQuery(window, lines.size(), ChartQuery.MAX_COUNT, List.of());
            page = view(charts.read(query)).lines();
            lines.addAll(page);
        } while (page.size() == ChartQuery.MAX_COUNT);
        return lines;
    }

    static ChartView view(ChartAnswer answer) {
        if (answer instanceof ChartAnswer.Fresh fresh) {
            return fresh.view();
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return stale.view();
        }
        if (answer instanceof ChartAnswer.Empty empty) {
            return empty.view();
        }
        throw new AssertionError("there is no chart: " + answer);
    }
}
