package io.crowdchart.cache.read;

import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * What a chart said at one moment; all parts belong together.
 *
 * @param window of which chart
 * @param lines the lines asked for, in chart order, with competition ranks
 * @param places the places of the songs asked for, by canonical key; a song that is not in the chart is missing
 * @param songs how many songs are in the chart
 * @param votes how many votes are in the chart
 * @param seenAt the time up to which posts are counted
 * @param zone the time zone of the chart
 * @param earlier the first lines of the earlier chart, if one was asked for
 */
public record ChartView(
        ChartWindow window,
        List<ChartEntry> lines,
        Map<String, ChartPlace> places,
        long songs,
        long votes,
        Instant seenAt,
        ZoneId zone,
        List<ChartEntry> earlier) {

    public ChartView {
        lines = List.copyOf(lines);
        places = Map.copyOf(places);
        earlier = List.copyOf(earlier);
    }

    /** What one chart said. */
    public ChartView(
            ChartWindow window,
            List<ChartEntry> lines,
            Map<String, ChartPlace> places,
            long songs,
            long votes,
            Instant seenAt,
            ZoneId zone) {
        this(window, lines, places, songs, votes, seenAt, zone, List.of());
    }
}
