package io.crowdchart.connect.chart.record;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Records on their way to the cache; of several that say something about the same thing, the last one counts. */
public final class PendingBatch {

    private final Map<TopicPart, Long> next = new HashMap<>();
    private final Map<ChartWindow, Map<String, Long>> votes = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, ChartBatch.Pulse> pulses = new HashMap<>();
    private int records;

    /** A record leads to the position behind it, even if it cannot be used. */
    public void passed(TopicPart part, long offset) {
        next.put(part, offset + 1);
        records++;
    }

    /** There is no record before this offset that was not passed. */
    public void nothingBefore(TopicPart part, long offset) {
        next.merge(part, offset, Math::max);
    }

    public void add(ChartChange change) {
        if (change instanceof ChartChange.Votes vote) {
            votes.computeIfAbsent(vote.window(), window -> new HashMap<>()).put(vote.song(), vote.votes());
        } else if (change instanceof ChartChange.Title title) {
            titles.put(title.song(), title.title());
        } else if (change instanceof ChartChange.PulseSeen seen) {
            pulses.put(seen.source(), seen.pulse());
        }
    }

    public int records() {
        return records;
    }

    public boolean isEmpty() {
        return next.isEmpty();
    }

    /** Where it leads. */
    public Map<TopicPart, Long> next() {
        return Map.copyOf(next);
    }

    /** As the cache takes it, from the positions that it should have now. */
    public ChartBatch from(Function<TopicPart, Position> stored) {
        Map<TopicPart, Advance> advances = new HashMap<>();
        next.forEach((part, offset) -> advances.put(part, new Advance(stored.apply(part), offset)));
        return new ChartBatch(advances, votes, titles, pulses);
    }
}
