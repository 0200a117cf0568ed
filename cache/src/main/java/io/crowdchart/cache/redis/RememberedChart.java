package io.crowdchart.cache.redis;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first lines of a chart as it was once read. It answers what follows from them for certain, and nothing else.
 *
 * @param top the chart, with its first lines
 * @param earlier the earlier chart that was read along with it
 * @param readAt when it was read
 */
record RememberedChart(ChartView top, Optional<ChartWindow> earlier, Instant readAt) {

    /** Whether it can tell what an earlier chart was, if one is asked for. */
    boolean knows(Optional<ChartWindow> asked) {
        return asked.isEmpty() || asked.equals(earlier);
    }

    /**
     * The chart as it was, with its age; nothing if the lines do not reach far enough.
     *
     * <p>No chart is younger than the time since it was read, even if the clock of its source is ahead.
     */
    Optional<ChartAnswer.Stale> answer(ChartQuery query, Instant now) {
        Instant asOf = top.seenAt().isBefore(readAt) ? top.seenAt() : readAt;
        Duration since = Duration.between(asOf, now);
        Duration age = since.isNegative() ? Duration.ZERO : since;
        return lines(query)
                .filter(lines -> knows(query.earlier()))
                .flatMap(lines -> places(query)
                        .map(places -> new ChartView(
                                top.window(),
                                lines,
                                places,
                                top.songs(),
                                top.votes(),
                                top.seenAt(),
                                top.zone(),
                                query.earlier().isPresent() ? top.earlier() : List.of())))
                .map(view -> new ChartAnswer.Stale(view, age));
    }

    private Optional<List<ChartEntry>> lines(ChartQuery query) {
        List<ChartEntry> known = top.lines();
        long from = Math.min(query.from(), top.songs());
        long to = Math.min(from + query.count(), top.songs());
        if (from == to) {
            return Optional.of(List.of());
        }
        return to <= known.size() ? Optional.of(known.subList((int) from, (int) to)) : Optional.empty();
    }

    private Optional<Map<String, ChartPlace>> places(ChartQuery query) {
        Map<String, ChartPlace> places = new HashMap<>();
        for (String song : query.songs()) {
            Optional<ChartEntry> line = top.lines().stream()
                    .filter(entry -> entry.song().key().equals(song))
                    .findFirst();
            boolean certain = line.map(this::isTieKnown).orElse(isWhole());
            if (!certain) {
                return Optional.empty();
            }
            line.ifPresent(entry -> places.put(song, new ChartPlace(entry, sharing(entry.rank()))));
        }
        return Optional.of(places);
    }

    /** Whether a line is missing: if not, a song that is in none is not in the chart. */
    private boolean isWhole() {
        return top.lines().size() == top.songs();
    }

    /** Whether all songs with the rank of a line are known. */
    private boolean isTieKnown(ChartEntry line) {
        return isWhole() || top.lines().get(top.lines().size() - 1).rank() != line.rank();
    }

    private long sharing(long rank) {
        return top.lines().stream().filter(entry -> entry.rank() == rank).count();
    }
}
