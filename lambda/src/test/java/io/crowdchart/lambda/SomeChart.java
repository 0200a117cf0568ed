package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A chart in memory, told as fresh or old, or one of the other answers; counts how often it is asked. */
final class SomeChart implements ChartReader {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T06:00:02Z"), ZoneOffset.UTC);

    private final List<ChartEntry> entries;
    private final Function<ChartView, ChartAnswer> told;
    private final List<ChartQuery> asked = new ArrayList<>();
    private Optional<ChartSongs> named = Optional.empty();
    private int askedForSongs;
    private int resets;
    private boolean closed;

    private SomeChart(List<ChartEntry> entries, Function<ChartView, ChartAnswer> told) {
        this.entries = entries;
        this.told = told;
    }

    /** A fresh chart of "July=690, Culo=12". */
    static SomeChart of(String songs) {
        List<SongVotes> votes = new ArrayList<>();
        for (String song : songs.split(", ", -1)) {
            String[] parts = song.split("=", -1);
            votes.add(new SongVotes(Song.named(parts[0]).orElseThrow(), Long.parseLong(parts[1])));
        }
        return new SomeChart(ChartEntry.ranked(votes), view -> new ChartAnswer.Fresh(view, Duration.ofSeconds(2)));
    }

    /** A fresh chart of songs with these titles, the first with the most votes. */
    static SomeChart ofTitles(List<String> titles) {
        List<ChartEntry> entries = new ArrayList<>();
        for (int at = 0; at < titles.size(); at++) {
            entries.add(new ChartEntry(at + 1, new Song("song " + at, titles.get(at)), titles.size() - at));
        }
        return new SomeChart(entries, view -> new ChartAnswer.Fresh(view, Duration.ofSeconds(2)));
    }

    static SomeChart saying(ChartAnswer answer) {
        return new SomeChart(List.of(), view -> answer);
    }

    static SomeChart broken() {
        return new SomeChart(List.of(), view -> {
            throw new IllegalStateException("the reader is broken: <secret title>");
        });
    }

    SomeChart aged(Duration age) {
        return new SomeChart(entries, view -> new ChartAnswer.Fresh(view, age));
    }

    SomeChart stale(Duration age) {
        return new SomeChart(entries, view -> new ChartAnswer.Stale(view, age));
    }

    static SomeChart empty() {
        return new SomeChart(List.of(), view -> new ChartAnswer.Empty(view, Duration.ofSeconds(2)));
    }

    static SomeChart staleAndEmpty(Duration age) {
        return new SomeChart(List.of(), view -> new ChartAnswer.Stale(view, age));
    }

    /** How often its songs were asked for. */
    int askedForSongs() {
        return askedForSongs;
    }

    /** The songs of another chart are named. */
    SomeChart naming(ChartSongs others) {
        named = Optional.of(others);
        return this;
    }

    List<ChartQuery> asked() {
        return asked;
    }

    @Override
    public ChartAnswer read(ChartQuery query) {
        asked.add(query);
        int from = Math.min(query.from(), entries.size());
        int to = Math.min(query.from() + query.count(), entries.size());
        Map<String, ChartPlace> places = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> query.songs().contains(entry.song().key()))
                .forEach(entry -> places.put(entry.song().key(), place(entry)));
        long votes = entries.stream().mapToLong(ChartEntry::votes).sum();
        return told.apply(new ChartView(
                query.window(),
                entries.subList(from, to),
                places,
                entries.size(),
                votes,
                Instant.parse("2026-11-23T06:00:00Z"),
                ZoneOffset.UTC));
    }

    @Override
    public ChartSongs songs(SongsQuery query, Duration within) {
        askedForSongs++;
        return named.orElseGet(this::all);
    }

    private ChartSongs all() {
        return new ChartSongs.Known(entries.stream()
                .map(entry -> new SongVotes(entry.song(), entry.votes()))
                .toList());
    }

    private ChartPlace place(ChartEntry entry) {
        long sharedBy =
                entries.stream().filter(other -> other.rank() == entry.rank()).count();
        return new ChartPlace(entry, sharedBy);
    }

    /** How often it was told to forget everything. */
    int resets() {
        return resets;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void reset() {
        resets++;
    }

    @Override
    public void close() {
        closed = true;
    }
}
