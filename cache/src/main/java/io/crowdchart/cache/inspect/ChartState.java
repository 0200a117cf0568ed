package io.crowdchart.cache.inspect;

import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is stored beside charts and titles.
 *
 * @param totals the number of votes by window, as stored
 * @param pulses the newest pulse by source
 * @param positions the position by partition, as stored
 * @param writtenAt the time of the last write; empty: there was none
 * @param others all other fields, as stored
 */
public record ChartState(
        Map<ChartWindow, String> totals,
        Map<String, Pulse> pulses,
        Map<TopicPart, String> positions,
        Optional<Instant> writtenAt,
        Map<String, String> others) {

    public ChartState {
        totals = Map.copyOf(totals);
        pulses = Map.copyOf(pulses);
        positions = Map.copyOf(positions);
        others = Map.copyOf(others);
    }
}
