package io.crowdchart.cache.inspect;

import io.crowdchart.model.chart.ChartWindow;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what is stored, and changes nothing. One thread at a time.
 *
 * <p>Every method throws {@link io.crowdchart.cache.CacheUnavailableException} when the cache cannot be used now.
 */
public interface ChartInspection extends AutoCloseable {

    /** What there is: walks through the names of all keys. */
    ChartInventory inventory();

    /** Everything but charts and titles, from one moment. */
    ChartState state();

    /** One chart without its songs; nothing if there is none. */
    Optional<StoredChart> chart(ChartWindow window);

    /**
     * The votes of all songs of a chart, by canonical song; empty if there is no such chart. A count that is not whole, or
     * below zero, is shown as it is.
     */
    Map<String, Double> votes(ChartWindow window);

    /** All titles, by canonical song. */
    Map<String, String> titles();

    /** The memory of the node that holds the charts; nothing if the user may not ask for it. */
    Optional<ServerMemory> memory();

    @Override
    void close();
}
