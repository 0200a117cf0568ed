package io.crowdchart.local.skill;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The charts of a dialogue, in the state that it tells. */
record DialogueCharts(Map<ChartWindow, List<ChartEntry>> charts, ZoneId zone, Instant now, String state)
        implements ChartReader {

    private static final Duration OLD = Duration.ofMinutes(5);
    private static final Duration STALE_AFTER = Duration.ofSeconds(30);

    @Override
    public ChartAnswer read(ChartQuery query) {
        return switch (state) {
            case "rebuilding" -> new ChartAnswer.Rebuilding();
            case "unreachable" -> new ChartAnswer.Unavailable();
            case "stale" -> ChartAnswer.of(view(query, now.minus(OLD)), now, STALE_AFTER);
            default -> ChartAnswer.of(view(query, now), now, STALE_AFTER);
        };
    }

    private ChartView view(ChartQuery query, Instant seenAt) {
        List<ChartEntry> chart = chart(query.window());
        return new ChartView(
                query.window(),
                chart.stream().skip(query.from()).limit(query.count()).toList(),
                chart.stream()
                        .filter(line -> query.songs().contains(line.song().key()))
                        .collect(Collectors.toMap(line -> line.song().key(), line -> place(line, chart))),
                chart.size(),
                chart.stream().mapToLong(ChartEntry::votes).sum(),
                seenAt,
                zone,
                query.earlier().map(this::chart).orElse(List.of()));
    }

    /** The chart of all time that the script tells, whatever its state. */
    List<ChartEntry> allTime() {
        return charts.getOrDefault(ChartPeriod.ALL_TIME.window(now, zone), List.of());
    }

    private List<ChartEntry> chart(ChartWindow window) {
        return state.equals("empty") ? List.of() : charts.getOrDefault(window, List.of());
    }

    private static ChartPlace place(ChartEntry line, List<ChartEntry> chart) {
        return new ChartPlace(
                line,
                chart.stream().filter(other -> other.rank() == line.rank()).count());
    }

    @Override
    public ChartSongs songs(SongsQuery query, Duration within) {
        return new ChartSongs.Known(chart(query.window()).stream()
                .limit(query.count())
                .map(entry -> new SongVotes(entry.song(), entry.votes()))
                .toList());
    }

    @Override
    public void close() {}
}
