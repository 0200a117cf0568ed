package io.crowdchart.cache.inspect;

import io.crowdchart.model.chart.ChartWindow;
import java.util.Set;

/**
 * The keys that there are.
 *
 * @param windows the windows that have a chart
 * @param inTheMaking keys of charts that are being built beside those that are read
 * @param strange keys that begin as those of the charts do, but are none of theirs, or hold something else than they should
 */
public record ChartInventory(Set<ChartWindow> windows, Set<String> inTheMaking, Set<String> strange) {

    public ChartInventory {
        windows = Set.copyOf(windows);
        inTheMaking = Set.copyOf(inTheMaking);
        strange = Set.copyOf(strange);
    }
}
