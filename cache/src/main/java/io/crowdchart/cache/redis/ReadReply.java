package io.crowdchart.cache.redis;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code read.lua} answered. */
final class ReadReply {

    private static final int FIELDS_OF_A_LINE = 4;
    private static final int FIELDS_OF_A_PLACE = 5;

    private final List<?> parts;

    ReadReply(Object reply) {
        this.parts = Replies.list(reply);
    }

    /** The chart up to the oldest pulse; nothing if there is no pulse. */
    Optional<ChartView> view(ChartWindow window) {
        return pulse().map(pulse -> view(window, pulse, lines(3), places(4)));
    }

    /** The same chart with the lines from the top that were wanted besides, and no places. */
    Optional<ChartView> top(ChartWindow window) {
        return pulse().map(pulse -> view(window, pulse, lines(5), Map.of()));
    }

    private Optional<Pulse> pulse() {
        return Replies.list(parts.get(0)).stream()
                .map(Replies::text)
                .map(ChartKeys::pulseOf)
                .min(Comparator.comparingLong(Pulse::seenAtMicros));
    }

    private ChartView view(ChartWindow window, Pulse pulse, List<ChartEntry> lines, Map<String, ChartPlace> places) {
        return new ChartView(
                window,
                lines,
                places,
                Replies.number(parts.get(1)),
                Replies.number(parts.get(2)),
                Instant.EPOCH.plus(pulse.seenAtMicros(), ChronoUnit.MICROS),
                pulse.zone(),
                lines(6));
    }

    private List<ChartEntry> lines(int part) {
        List<?> fields = Replies.list(parts.get(part));
        List<ChartEntry> lines = new ArrayList<>();
        for (int i = 0; i < fields.size(); i += FIELDS_OF_A_LINE) {
            lines.add(line(fields, i));
        }
        return lines;
    }

    private Map<String, ChartPlace> places(int part) {
        List<?> fields = Replies.list(parts.get(part));
        Map<String, ChartPlace> places = new HashMap<>();
        for (int i = 0; i < fields.size(); i += FIELDS_OF_A_PLACE) {
            ChartEntry line = line(fields, i);
            places.put(line.song().key(), new ChartPlace(line, Replies.number(fields.get(i + FIELDS_OF_A_LINE))));
        }
        return places;
    }

    private static ChartEntry line(List<?> fields, int first) {
        String key = Replies.text(fields.get(first));
        String title = Replies.text(fields.get(first + 3));
        return new ChartEntry(
                Replies.number(fields.get(first + 2)),
                new Song(key, title.isBlank() ? key : title),
                -Replies.number(fields.get(first + 1)));
    }
}
