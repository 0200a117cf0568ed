package io.crowdchart.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Builds a batch for a test. */
final class Batches {

    static final TopicPart RANKING = new TopicPart("song_ranking", 0);
    static final TopicPart DAILY = new TopicPart("daily_ranking", 0);
    static final TopicPart PULSE = new TopicPart("pulse", 0);
    static final Position START = new Position("jRMr0J4mR_-bYnPzW0Pk1g", 0);
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final Map<TopicPart, Advance> advances = new HashMap<>();
    private final Map<ChartWindow, Map<String, Long>> votes = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Pulse> pulses = new HashMap<>();

    private Batches() {}

    /** The partitions of the charts, at their beginnings. */
    static Map<TopicPart, Position> starts() {
        return Map.of(RANKING, START, DAILY, START, PULSE, START);
    }

    /** Charts without any content, whose first batches start where their partitions do. */
    static void begin(ChartWriter writer) {
        assertThat(writer.rebuild(starts()).orElseThrow().finish(starts())).isTrue();
    }

    /** A batch that is the first of a partition. */
    static Batches first(TopicPart part, long to) {
        return new Batches().andFirst(part, to);
    }

    static Batches next(TopicPart part, long from, long to) {
        return new Batches().andNext(part, from, to);
    }

    Batches andFirst(TopicPart part, long to) {
        advances.put(part, new Advance(START, to));
        return this;
    }

    Batches andNext(TopicPart part, long from, long to) {
        advances.put(part, new Advance(START.at(from), to));
        return this;
    }

    Batches votes(ChartWindow window, String song, long count) {
        votes.computeIfAbsent(window, any -> new HashMap<>()).put(song, count);
        return this;
    }

    Batches votes(String song, long count) {
        return votes(ChartWindow.ALL_TIME, song, count);
    }

    Batches title(String song, String title) {
        titles.put(song, title);
        return this;
    }

    Batches pulse(String source, Instant seenAt) {
        return pulse(source, seenAt, ZONE);
    }

    Batches pulse(String source, Instant seenAt, ZoneId zone) {
        pulses.put(source, new Pulse(ChronoUnit.MICROS.between(Instant.EPOCH, seenAt), zone));
        return this;
    }

    ChartBatch build() {
        return new ChartBatch(advances, votes, titles, pulses);
    }
}
