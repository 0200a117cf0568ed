package io.crowdchart.cache.read;

import io.crowdchart.model.chart.ChartEntry;

/**
 * Where a song is in a chart.
 *
 * @param line the line of the song
 * @param sharedBy how many songs have this rank, the song itself included; at least 1
 */
public record ChartPlace(ChartEntry line, long sharedBy) {

    public ChartPlace {
        if (sharedBy < 1) {
            throw new IllegalArgumentException("a song shares its place at least with itself, '"
                    + line.song().key() + "' is one of " + sharedBy);
        }
    }

    /** Whether other songs have this rank too. */
    public boolean tied() {
        return sharedBy > 1;
    }
}
