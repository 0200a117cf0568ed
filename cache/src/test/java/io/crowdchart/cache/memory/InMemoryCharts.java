package io.crowdchart.cache.memory;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charts in memory, to write and to read. Safe for use by many threads; closing does nothing. */
public final class InMemoryCharts implements ChartWriter, ChartReader {

    private final Map<TopicPart, Long> positions = new HashMap<>();
    private final Map<ChartWindow, Map<String, Long>> charts = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();
    private final Map<String, Pulse> pulses = new HashMap<>();
    private final Clock clock;
    private final Duration staleAfter;
    private boolean unavailable;

    /** Charts that are stale after half a minute without a pulse. */
    public InMemoryCharts(Clock clock) {
        this(clock, Duration.ofSeconds(30));
    }

    public InMemoryCharts(Clock clock, Duration staleAfter) {
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    /** Whether to behave like a cache that cannot be used; its content stays. */
    public synchronized void setUnavailable(boolean unavailable) {
        this.unavailable = unavailable;
    }

    @Override
    public synchronized Map<TopicPart, Long> positions(Collection<TopicPart> parts) {
        requireAvailable();
        return parts.stream().filter(positions::containsKey).collect(Collectors.toMap(part -> part, positions::get));
    }

    @Override
    public synchronized WriteResult write(ChartBatch batch) {
        requireAvailable();
        boolean follows = batch.advances().entrySet().stream()
                .allMatch(advance ->
                        position(advance.getKey()).equals(advance.getValue().from()));
        if (!follows) {
            return new WriteResult.Refused(positions(batch.advances().keySet()));
        }
        batch.advances().forEach((part, advance) -> positions.put(part, advance.to()));
        batch.votes().forEach(this::change);
        titles.putAll(batch.titles());
        pulses.putAll(batch.pulses());
        return new WriteResult.Applied();
    }

    @Override
    public synchronized void reposition(Map<TopicPart, @Nullable Long> newPositions) {
        requireAvailable();
        newPositions.forEach((part, position) -> {
            if (position == null) {
                positions.remove(part);
            } else {
                positions.put(part, position);
            }
        });
    }

    @Override
    public synchronized ChartAnswer read(ChartQuery query) {
        if (unavailable) {
            return new ChartAnswer.Unavailable();
        }
        return pulses.values().stream()
                .min(Comparator.comparingLong(Pulse::seenAtMicros))
                .map(pulse -> ChartAnswer.of(view(query, pulse), clock.instant(), staleAfter))
                .orElseGet(ChartAnswer.Rebuilding::new);
    }

    @Override
    public void close() {}

    private void requireAvailable() {
        if (unavailable) {
            throw new CacheUnavailableException("the charts were told to be unavailable", new IllegalStateException());
        }
    }

    private OptionalLong position(TopicPart part) {
        Long position = positions.get(part);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }

    private void change(ChartWindow window, Map<String, Long> votes) {
        Map<String, Long> chart = charts.computeIfAbsent(window, any -> new HashMap<>());
        chart.putAll(votes);
        chart.values().removeIf(count -> count == 0);
    }

    private ChartView view(ChartQuery query, Pulse pulse) {
        List<ChartEntry> entries = entries(query.window());
        return new ChartView(
                query.window(),
                entries.stream().skip(query.from()).limit(query.count()).toList(),
                places(query, entries),
                entries.size(),
                entries.stream().mapToLong(ChartEntry::votes).sum(),
                Instant.EPOCH.plus(pulse.seenAtMicros(), ChronoUnit.MICROS),
                pulse.zone());
    }

    private static Map<String, ChartPlace> places(ChartQuery query, List<ChartEntry> entries) {
        Map<Long, Long> sharing =
                entries.stream().collect(Collectors.groupingBy(ChartEntry::votes, Collectors.counting()));
        return entries.stream()
                .filter(entry -> query.songs().contains(entry.song().key()))
                .collect(Collectors.toMap(
                        entry -> entry.song().key(),
                        entry -> new ChartPlace(entry, sharing.getOrDefault(entry.votes(), 0L))));
    }

    private List<ChartEntry> entries(ChartWindow window) {
        boolean over =
                window.expiresAt().filter(end -> !end.isAfter(clock.instant())).isPresent();
        if (over) {
            charts.remove(window);
        }
        return ChartEntry.ranked(charts.getOrDefault(window, Map.of()).entrySet().stream()
                .map(song -> new SongVotes(song(song.getKey()), song.getValue()))
                .toList());
    }

    private Song song(String key) {
        String title = titles.getOrDefault(key, "");
        return new Song(key, title.isBlank() ? key : title);
    }
}
