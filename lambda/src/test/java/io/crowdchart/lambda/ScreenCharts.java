package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One chart for every period and one for every period before, to be looked at on a screen. */
record ScreenCharts(List<ChartEntry> now, List<ChartEntry> before, Optional<Duration> stale) implements ChartReader {

    static ScreenCharts of(List<ChartEntry> now) {
        return new ScreenCharts(now, List.of(), Optional.empty());
    }

    ScreenCharts after(List<ChartEntry> earlier) {
        return new ScreenCharts(now, earlier, stale);
    }

    ScreenCharts stale(Duration age) {
        return new ScreenCharts(now, before, Optional.of(age));
    }

    /** Songs, the first with the most votes. */
    static List<ChartEntry> songs(long mostVotes, List<String> titles) {
        List<ChartEntry> entries = new ArrayList<>();
        for (int at = 0; at < titles.size(); at++) {
            String title = titles.get(at);
            Song song =
                    Song.named(title).map(known -> new Song(known.key(), title)).orElse(new Song("song " + at, title));
            entries.add(new ChartEntry(at + 1, song, mostVotes - at));
        }
        return entries;
    }

    @Override
    public ChartAnswer read(ChartQuery query) {
        ChartView view = new ChartView(
                query.window(),
                now.stream().skip(query.from()).limit(query.count()).toList(),
                now.stream()
                        .filter(line -> query.songs().contains(line.song().key()))
                        .collect(Collectors.toMap(
                                line -> line.song().key(), line -> new ChartPlace(line, 1), (one, other) -> one)),
                now.size(),
                now.stream().mapToLong(ChartEntry::votes).sum(),
                Instant.parse("2026-11-23T06:00:00Z"),
                ZoneOffset.UTC,
                query.earlier().isPresent() ? before : List.of());
        return stale.<ChartAnswer>map(age -> new ChartAnswer.Stale(view, age))
                .orElseGet(() -> new ChartAnswer.Fresh(view, Duration.ofSeconds(2)));
    }

    /** What is told to Alexa besides is not to be seen. */
    @Override
    public ChartSongs songs(SongsQuery query, Duration within) {
        return new ChartSongs.Unavailable();
    }

    @Override
    public void close() {}
}
