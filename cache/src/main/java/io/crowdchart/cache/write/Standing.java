package io.crowdchart.cache.write;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the charts in the cache are, and whether they are to be made anew.
 *
 * @param places by partition; one that the charts know nothing of is missing
 * @param rebuild the rebuild that is asked for or at work; while there is one, no batch is applied
 */
public record Standing(Map<TopicPart, Place> places, Optional<RebuildMark> rebuild) {

    public Standing {
        places = Map.copyOf(places);
    }

    /**
     * How far the charts are in one partition.
     *
     * @param position the position that they contain
     * @param confirmedAt when it was last known that there was nothing else to read
     */
    public record Place(Position position, Instant confirmedAt) {}

    /**
     * A rebuild that is not finished.
     *
     * @param builder who is at work; empty: nobody yet
     * @param at the last sign of life, or the time of the request
     */
    public record RebuildMark(Optional<String> builder, Instant at) {}
}
