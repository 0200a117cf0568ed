package io.crowdchart.cache.memory;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.Standing.RebuildMark;
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
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Charts in memory, to write and to read; times of their state are kept to the millisecond. Safe for use by many threads; closing does nothing. */
public final class InMemoryCharts implements ChartWriter, ChartReader {

    private final Clock clock;
    private final Duration staleAfter;
    private Content content = new Content();
    private Optional<RebuildMark> mark = Optional.empty();
    private final Writer self = new Writer();
    private int builders;
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

    /** Forgets everything, as an empty node does. */
    public synchronized void flush() {
        content = new Content();
        mark = Optional.empty();
    }

    /** What the charts are now, to come back to by {@link #restore}. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(content.copy(), mark);
    }

    /** Goes back, as a node does that lost what it had confirmed. */
    public synchronized void restore(Snapshot snapshot) {
        content = snapshot.content.copy();
        mark = snapshot.mark;
    }

    @Override
    public synchronized Standing look(Collection<TopicPart> parts) {
        requireAvailable();
        Map<TopicPart, Place> known = new HashMap<>(content.places);
        known.keySet().retainAll(parts);
        return new Standing(known, mark);
    }

    @Override
    public synchronized void confirm(Map<TopicPart, Position> positions) {
        requireAvailable();
        positions.forEach((part, position) -> {
            if (position.equals(content.position(part))) {
                content.places.put(part, new Place(position, now()));
            }
        });
    }

    @Override
    public synchronized WriteResult write(ChartBatch batch) {
        requireAvailable();
        if (mark.isPresent() || !content.apply(batch)) {
            Map<TopicPart, Position> stored = new HashMap<>();
            content.places.forEach((part, place) -> stored.put(part, place.position()));
            stored.keySet().retainAll(batch.advances().keySet());
            return new WriteResult.Refused(stored);
        }
        return new WriteResult.Applied();
    }

    @Override
    public synchronized void askForRebuild() {
        requireAvailable();
        if (mark.isEmpty()) {
            mark = Optional.of(new RebuildMark(Optional.empty(), now()));
        }
    }

    @Override
    public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
        return self.rebuild(starts);
    }

    /** Another writer of the same charts. */
    public ChartWriter anotherWriter() {
        return new Writer();
    }

    private synchronized Optional<Rebuild> rebuild(Map<TopicPart, Position> starts, String before) {
        requireAvailable();
        boolean taken = mark.filter(other -> other.builder()
                        .filter(builder -> !builder.equals(before))
                        .isPresent())
                .filter(other -> now().isBefore(other.at().plus(BUILDER_SILENCE)))
                .isPresent();
        if (taken) {
            return Optional.empty();
        }
        Rebuild rebuild = new Rebuild("builder " + ++builders, starts);
        mark = Optional.of(new RebuildMark(Optional.of(rebuild.builder), now()));
        return Optional.of(rebuild);
    }

    @Override
    public synchronized ChartAnswer read(ChartQuery query) {
        if (unavailable) {
            return new ChartAnswer.Unavailable();
        }
        return content.pulses.values().stream()
                .min(Comparator.comparingLong(Pulse::seenAtMicros))
                .map(pulse -> ChartAnswer.of(view(query, pulse), clock.instant(), staleAfter))
                .orElseGet(ChartAnswer.Rebuilding::new);
    }

    @Override
    public synchronized ChartSongs songs(SongsQuery query, Duration within) {
        if (unavailable) {
            return new ChartSongs.Unavailable();
        }
        if (content.pulses.isEmpty()) {
            return new ChartSongs.Rebuilding();
        }
        return new ChartSongs.Known(entries(query.window()).stream()
                .limit(query.count())
                .map(entry -> new SongVotes(entry.song(), entry.votes()))
                .toList());
    }

    @Override
    public void close() {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void requireAvailable() {
        if (unavailable) {
            throw new CacheUnavailableException("the charts were told to be unavailable", new IllegalStateException());
        }
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
                pulse.zone(),
                query.earlier()
                        .map(earlier -> entries(earlier).stream()
                                .limit(ChartQuery.MAX_COUNT)
                                .toList())
                        .orElse(List.of()));
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
            content.charts.remove(window);
        }
        return ChartEntry.ranked(content.charts.getOrDefault(window, Map.of()).entrySet().stream()
                .map(song -> new SongVotes(song(song.getKey()), song.getValue()))
                .toList());
    }

    private Song song(String key) {
        String title = content.titles.getOrDefault(key, "");
        return new Song(key, title.isBlank() ? key : title);
    }

    /** What the charts were at some time. */
    public static final class Snapshot {

        private final Content content;
        private final Optional<RebuildMark> mark;

        private Snapshot(Content content, Optional<RebuildMark> mark) {
            this.content = content;
            this.mark = mark;
        }
    }

    /** One set of charts: that which is read, or one in the making. */
    private static final class Content {

        private final Map<TopicPart, Place> places = new HashMap<>();
        private final Map<ChartWindow, Map<String, Long>> charts = new HashMap<>();
        private final Map<String, String> titles = new HashMap<>();
        private final Map<String, Pulse> pulses = new HashMap<>();

        private @Nullable Position position(TopicPart part) {
            Place place = places.get(part);
            return place == null ? null : place.position();
        }

        private Content copy() {
            Content copy = new Content();
            copy.places.putAll(places);
            charts.forEach((window, songs) -> copy.charts.put(window, new HashMap<>(songs)));
            copy.titles.putAll(titles);
            copy.pulses.putAll(pulses);
            return copy;
        }

        /** Whether it followed, and is in the charts now. */
        private boolean apply(ChartBatch batch) {
            boolean follows = batch.advances().entrySet().stream()
                    .allMatch(step -> step.getValue().from().equals(position(step.getKey())));
            if (follows) {
                batch.advances()
                        .forEach((part, step) -> places.computeIfPresent(
                                part, (same, place) -> new Place(step.reached(), place.confirmedAt())));
                batch.votes().forEach(this::change);
                titles.putAll(batch.titles());
                pulses.putAll(batch.pulses());
            }
            return follows;
        }

        private void change(ChartWindow window, Map<String, Long> votes) {
            Map<String, Long> chart = charts.computeIfAbsent(window, any -> new HashMap<>());
            chart.putAll(votes);
            chart.values().removeIf(count -> count == 0);
        }
    }

    /** Somebody who writes; the charts themselves are one, too. */
    private final class Writer implements ChartWriter {

        private String builder = "nobody";

        @Override
        public Standing look(Collection<TopicPart> parts) {
            return InMemoryCharts.this.look(parts);
        }

        @Override
        public void confirm(Map<TopicPart, Position> positions) {
            InMemoryCharts.this.confirm(positions);
        }

        @Override
        public WriteResult write(ChartBatch batch) {
            return InMemoryCharts.this.write(batch);
        }

        @Override
        public void askForRebuild() {
            InMemoryCharts.this.askForRebuild();
        }

        @Override
        public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
            Optional<Rebuild> begun = InMemoryCharts.this.rebuild(starts, builder);
            begun.ifPresent(rebuild -> builder = rebuild.builder);
            return begun.map(rebuild -> rebuild);
        }

        @Override
        public void close() {}
    }

    private final class Rebuild implements ChartRebuild {

        private final String builder;
        private final Content making = new Content();
        private final Instant begun = now();

        private Rebuild(String builder, Map<TopicPart, Position> starts) {
            this.builder = builder;
            starts.forEach((part, start) -> making.places.put(part, new Place(start, begun)));
        }

        private boolean isOurs() {
            requireAvailable();
            return mark.filter(current -> current.builder().equals(Optional.of(builder)))
                    .isPresent();
        }

        @Override
        public boolean keepAlive() {
            synchronized (InMemoryCharts.this) {
                if (!isOurs()) {
                    return false;
                }
                mark = Optional.of(new RebuildMark(Optional.of(builder), now()));
                return true;
            }
        }

        @Override
        public boolean add(ChartBatch batch) {
            synchronized (InMemoryCharts.this) {
                return keepAlive() && making.apply(batch);
            }
        }

        @Override
        public boolean finish(Map<TopicPart, Position> ends) {
            synchronized (InMemoryCharts.this) {
                if (!isOurs()) {
                    return false;
                }
                ends.forEach((part, end) -> making.places.put(part, new Place(end, begun)));
                content = making;
                mark = Optional.empty();
                return true;
            }
        }

        @Override
        public void abandon() {
            synchronized (InMemoryCharts.this) {
                if (isOurs()) {
                    mark = Optional.of(new RebuildMark(Optional.empty(), now()));
                }
            }
        }
    }
}
