package io.crowdchart.cache.write;

import io.crowdchart.model.chart.ChartWindow;
import java.time.ZoneId;
import java.util.Map;

/**
 * What to change in the charts, in absolute values.
 *
 * @param advances the step in every partition from which the batch was made; at least one
 * @param votes the new votes of songs by window and canonical key; 0 takes the song off that chart
 * @param titles the title to show by canonical key
 * @param pulses the newest pulse by source
 */
public record ChartBatch(
        Map<TopicPart, Advance> advances,
        Map<ChartWindow, Map<String, Long>> votes,
        Map<String, String> titles,
        Map<String, Pulse> pulses) {

    public ChartBatch {
        if (advances.isEmpty()) {
            throw new IllegalArgumentException("a batch needs the positions it leads to, has none");
        }
        advances = Map.copyOf(advances);
        votes = Map.copyOf(votes);
        titles = Map.copyOf(titles);
        pulses = Map.copyOf(pulses);
    }

    /**
     * The time up to which a source has seen posts.
     *
     * @param seenAtMicros microseconds since 1970
     * @param zone the time zone of the chart
     */
    public record Pulse(long seenAtMicros, ZoneId zone) {}
}
