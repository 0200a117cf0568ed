package io.crowdchart.local.skill;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The states in which charts can be found. */
enum KnownState {
    /** Twelve songs of all time, movement since yesterday, an hour before with nothing. */
    FRESH("fresh", usual()),
    /** The same, told of five minutes ago. */
    STALE("stale", usual()),
    /** Nobody has voted. */
    EMPTY("empty", Map.of()),
    /** The charts are being put together. */
    REBUILDING("rebuilding", usual()),
    /** Redis does not answer. */
    UNREACHABLE("unreachable", usual()),
    /** One song with one vote. */
    ONE_SONG("fresh", always("Imagine=1")),
    /** The first three have as many votes, and so have the next two. */
    TIE("fresh", always("July=5", "Imagine=5", "Hello=5", "Let It Be=3", "Dreams=3", "Valerie=1")),
    /** Titles and numbers that take much room, with movements that do. */
    LONG("fresh", lengthy()),
    /** Titles with signs of XML and JSON, in other scripts, and with signs that turn the direction. */
    HOSTILE(
            "fresh",
            always(
                    "Rock & Roll <br> \"x\"=9",
                    "]]> <b>Bold</b> &amp; &#60;=8",
                    "${1+1} {song} %s=7",
                    "\u202Eesrever\u202C \u0000\u0007=6",
                    "\uD800 half, \uFFFE none=5",
                    "أغنية حب قديمة=4",
                    "千本桜 👩‍👩‍👧‍👦 🎵=3",
                    "Za\u0335\u0322\u0321l\u0335\u0322g\u0335o\u0321=2"));

    /** In the zone of the charts it is another day and another hour than in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** The time at which all of it is so. */
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final String found;
    /** Nobody changes it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Map<ChartPeriod, List<ChartEntry>> charts;

    KnownState(String found, Map<ChartPeriod, List<ChartEntry>> charts) {
        this.found = found;
        this.charts = charts;
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The charts in this state. */
    ChartReader charts() {
        Map<ChartWindow, List<ChartEntry>> windows = charts.entrySet().stream()
                .collect(Collectors.toMap(chart -> chart.getKey().window(NOW, ZONE), Map.Entry::getValue));
        return new DialogueCharts(windows, ZONE, NOW, found);
    }

    /** The titles of all songs in the charts. */
    Set<String> titles() {
        return charts.values().stream()
                .flatMap(List::stream)
                .map(line -> line.song().title())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<ChartPeriod, List<ChartEntry>> usual() {
        Map<ChartPeriod, List<ChartEntry>> charts = new EnumMap<>(ChartPeriod.class);
        charts.put(
                ChartPeriod.ALL_TIME,
                chart(
                        "Hey Jude=690",
                        "July=312",
                        "Whiskey Girl=312",
                        "Dreams=120",
                        "Let It Be=98",
                        "Imagine=77",
                        "Hello=30",
                        "Valerie=21",
                        "Bohemian Rhapsody=20",
                        "Smells Like Teen Spirit=9",
                        "Rock & Roll=2",
                        "Jolene=1"));
        charts.put(ChartPeriod.TODAY, chart("July=52", "Hey Jude=20", "Jolene=10", "Imagine=9", "Dreams=8", "Hello=1"));
        charts.put(ChartPeriod.YESTERDAY, chart("Hey Jude=61", "Dreams=40", "July=22", "Imagine=21", "Hello=20"));
        charts.put(ChartPeriod.THIS_HOUR, chart("Imagine=2", "Hello=2"));
        return charts;
    }

    private static Map<ChartPeriod, List<ChartEntry>> lengthy() {
        List<String> titles = List.of(
                "The Hand That Signed the Paper Felled a City and Other Stories of the Long Night",
                "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
                "恋するフォーチュンクッキーと残酷な天使のテーゼと千本桜",
                "It's the End of the World as We Know It (And I Feel Fine)",
                "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
                "أغنية حب قديمة من زمن بعيد جدا لا ينتهي أبدا");
        Map<ChartPeriod, List<ChartEntry>> charts = new EnumMap<>(ChartPeriod.class);
        for (ChartPeriod period : ChartPeriod.values()) {
            boolean before = period == ChartPeriod.YESTERDAY || period == ChartPeriod.LAST_HOUR;
            charts.put(
                    period,
                    chart(IntStream.range(0, titles.size())
                            .mapToObj(at -> titles.get(before ? titles.size() - 1 - at : at) + "=" + (888_888_888 - at))
                            .toArray(String[]::new)));
        }
        return charts;
    }

    private static Map<ChartPeriod, List<ChartEntry>> always(String... songs) {
        Map<ChartPeriod, List<ChartEntry>> charts = new EnumMap<>(ChartPeriod.class);
        for (ChartPeriod period : ChartPeriod.values()) {
            charts.put(period, chart(songs));
        }
        return charts;
    }

    private static List<ChartEntry> chart(String... songs) {
        return ChartEntry.ranked(List.of(songs).stream()
                .map(song -> new SongVotes(
                        Song.named(song.substring(0, song.lastIndexOf('='))).orElseThrow(),
                        Long.parseLong(song.substring(song.lastIndexOf('=') + 1))))
                .toList());
    }
}
