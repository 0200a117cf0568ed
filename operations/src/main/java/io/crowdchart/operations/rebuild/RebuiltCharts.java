package io.crowdchart.operations.rebuild;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.StoredChart;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is after a rebuild.
 *
 * @param songs the number of songs in the all-time chart
 * @param charts the number of charts
 * @param offsets the offset of the record to read next, by partition
 */
record RebuiltCharts(long songs, int charts, SortedMap<TopicPart, Long> offsets) {

    private static final Comparator<TopicPart> IN_ORDER =
            Comparator.comparing(TopicPart::topic).thenComparing(TopicPart::partition);

    static RebuiltCharts look(ChartInspection inspection, ChartWriter charts) {
        Map<TopicPart, Place> places =
                charts.look(inspection.state().positions().keySet()).places();
        SortedMap<TopicPart, Long> offsets = new TreeMap<>(IN_ORDER);
        places.forEach((part, place) -> offsets.put(part, place.position().offset()));
        long songs =
                inspection.chart(ChartWindow.ALL_TIME).map(StoredChart::songs).orElse(0L);
        return new RebuiltCharts(songs, inspection.inventory().windows().size(), offsets);
    }
}
