package io.crowdchart.cache.read;

import io.crowdchart.model.chart.SongVotes;
import java.util.List;

/** The answer to the question which songs are in a chart, whatever its age. */
public sealed interface ChartSongs {

    /**
     * The first songs of the chart, all from one moment.
     *
     * @param songs in chart order; none if the chart is empty
     */
    record Known(List<SongVotes> songs) implements ChartSongs {

        public Known {
            songs = List.copyOf(songs);
        }
    }

    /** There is no state at all, or no pulse yet: the chart is being put together. */
    record Rebuilding() implements ChartSongs {}

    /** The cache cannot be asked. */
    record Unavailable() implements ChartSongs {}
}
