package io.crowdchart.lambda;

import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Charts that change from version to version in a known way, so that it can be told of every answer whether it is true. */
final class KnownCharts {

    /** More than the all-time chart ever has. */
    static final int SONGS = 150;

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final TopicPart PART = new TopicPart("song_ranking", 0);

    private static final Position START = new Position("the topic of the known charts", 0);

    private final ChartWindow day;
    private final ChartWindow hour;

    KnownCharts(Instant now) {
        this.day = ChartWindow.Day.at(now, ZONE);
        this.hour = ChartWindow.Hour.at(now, ZONE);
    }

    List<ChartWindow> windows() {
        return List.of(ChartWindow.ALL_TIME, day, hour);
    }

    static String song(int number) {
        return "song " + number;
    }

    /** The all-time chart has more songs now and then than a reader remembers; the one of the hour has none at times. */
    private int songs(ChartWindow window, int version) {
        if (window.equals(hour)) {
            return version % 4;
        }
        return window.equals(day) ? 5 + version % 30 : 60 + version % 80;
    }

    private long votes(ChartWindow window, int song, int version) {
        return song < songs(window, version) ? 1 + (song * 7 + version * 3) % 40 : 0;
    }

    /** Lets charts without any content begin. */
    static void begin(ChartWriter writer) {
        Map<TopicPart, Position> start = Map.of(PART, START);
        writer.rebuild(start).orElseThrow().finish(start);
    }

    /** What leads from the version before to this one. */
    ChartBatch batch(int version, Instant seenAt) {
        Map<ChartWindow, Map<String, Long>> votes = new HashMap<>();
        for (ChartWindow window : windows()) {
            votes.put(
                    window,
                    IntStream.range(0, SONGS)
                            .boxed()
                            .collect(Collectors.toMap(KnownCharts::song, song -> votes(window, song, version))));
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, seenAt);
        return new ChartBatch(
                Map.of(PART, new Advance(START.at(version - 1), version)),
                votes,
                Map.of(),
                Map.of("posts", new Pulse(micros, ZONE)));
    }

    /** What a version says. */
    ChartView truth(ChartQuery query, int version, Instant seenAt) {
        List<ChartEntry> chart = ChartEntry.ranked(IntStream.range(0, songs(query.window(), version))
                .mapToObj(song -> new SongVotes(new Song(song(song), song(song)), votes(query.window(), song, version)))
                .toList());
        Map<String, ChartPlace> places = chart.stream()
                .filter(entry -> query.songs().contains(entry.song().key()))
                .collect(Collectors.toMap(entry -> entry.song().key(), entry -> place(entry, chart)));
        return new ChartView(
                query.window(),
                chart.stream().skip(query.from()).limit(query.count()).toList(),
                places,
                chart.size(),
                chart.stream().mapToLong(ChartEntry::votes).sum(),
                seenAt,
                ZONE);
    }

    private static ChartPlace place(ChartEntry entry, List<ChartEntry> chart) {
        return new ChartPlace(
                entry,
                chart.stream().filter(other -> other.rank() == entry.rank()).count());
    }
}
