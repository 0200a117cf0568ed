package io.crowdchart.cache.write;

import io.crowdchart.model.chart.ChartWindow;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/**
 * What to change in the charts, in absolute values.
 *
 * @param advances the step in every partition from which the batch was made; at least one
 * @param votes the new votes of songs, 0 to {@value #MAX_VOTES}, by window and canonical key; 0 takes the song off that chart
 * @param titles the title to show by canonical key
 * @param pulses the newest pulse by source
 */
public record ChartBatch(
        Map<TopicPart, Advance> advances,
        Map<ChartWindow, Map<String, Long>> votes,
        Map<String, String> titles,
        Map<String, Pulse> pulses) {

    /** The most votes and titles together that one batch may carry: so many fit into one call to Redis 6.2. */
    public static final int MAX_CHANGES = 500_000;

    /** The most votes of a song: Redis keeps them in a double. */
    public static final long MAX_VOTES = 1L << 53;

    public ChartBatch {
        if (advances.isEmpty()) {
            throw new IllegalArgumentException("a batch needs the positions it leads to, has none");
        }
        advances = Map.copyOf(advances);
        votes = copied(votes);
        titles = Map.copyOf(titles);
        pulses = Map.copyOf(pulses);
        long changes =
                titles.size() + votes.values().stream().mapToLong(Map::size).sum();
        if (changes > MAX_CHANGES) {
            throw new IllegalArgumentException("a batch has at most " + MAX_CHANGES + " changes, was " + changes);
        }
    }

    private static Map<ChartWindow, Map<String, Long>> copied(Map<ChartWindow, Map<String, Long>> votes) {
        Map<ChartWindow, Map<String, Long>> copy = new HashMap<>();
        votes.forEach((window, songs) -> copy.put(window, Map.copyOf(songs)));
        copy.values()
                .forEach(songs -> songs.forEach((song, count) -> {
                    if (count < 0 || count > MAX_VOTES) {
                        throw new IllegalArgumentException(
                                "the votes of a song are 0 to " + MAX_VOTES + ", '" + song + "' has " + count);
                    }
                }));
        return Map.copyOf(copy);
    }

    /**
     * The time up to which a source has seen posts.
     *
     * @param seenAtMicros microseconds since 1970
     * @param zone the time zone of the chart
     */
    public record Pulse(long seenAtMicros, ZoneId zone) {}
}
