package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** Records on their way to the cache; of several that say something about the same thing, the last one counts. */
final class PendingBatch {

    private final Map<TopicPart, Long> next = new HashMap<>();
    private final Map<ChartWindow, Map<String, Long>> votes = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, ChartBatch.Pulse> pulses = new HashMap<>();
    private int records;

    /** A record leads to the position behind it, even if it cannot be used. */
    void passed(TopicPart part, long offset) {
        next.put(part, offset + 1);
        records++;
    }

    void add(ChartChange change) {
        if (change instanceof ChartChange.Votes vote) {
            votes.computeIfAbsent(vote.window(), window -> new HashMap<>()).put(vote.song(), vote.votes());
        } else if (change instanceof ChartChange.Title title) {
            titles.put(title.song(), title.title());
        } else if (change instanceof ChartChange.PulseSeen seen) {
            pulses.put(seen.source(), seen.pulse());
        }
    }

    int records() {
        return records;
    }

    boolean isEmpty() {
        return records == 0;
    }

    /** Where it leads. */
    Map<TopicPart, Long> next() {
        return Map.copyOf(next);
    }

    /** As the cache takes it, from the positions that it should have now. */
    ChartBatch from(Function<TopicPart, OptionalLong> stored) {
        Map<TopicPart, Advance> advances = new HashMap<>();
        next.forEach((part, position) -> advances.put(part, new Advance(stored.apply(part), position)));
        return new ChartBatch(advances, votes, titles, pulses);
    }
}
