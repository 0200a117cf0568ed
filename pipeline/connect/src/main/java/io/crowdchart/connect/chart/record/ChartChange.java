package io.crowdchart.connect.chart.record;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.model.chart.ChartWindow;

/** What a record says about the charts, in absolute terms: the newest one for a thing is the truth. */
public sealed interface ChartChange {

    /** A song has so many votes in a chart; 0: it is not in it. */
    record Votes(ChartWindow window, String song, long votes) implements ChartChange {}

    /** A song is written like this. */
    record Title(String song, String title) implements ChartChange {}

    /** A source has seen posts up to a time. */
    record PulseSeen(String source, ChartBatch.Pulse pulse) implements ChartChange {}

    /** Nothing that the charts show. */
    record Nothing() implements ChartChange {}
}
