package io.crowdchart.cache.redis;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastChartsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");
    private static final Instant SEEN = NOW.minusSeconds(4);

    private final LastCharts charts = new LastCharts();

    @Test
    void a_remembered_chart_answers_what_its_lines_tell_for_certain_and_nothing_else() {
        long seed = Long.getLong("seed", System.nanoTime());
        var random = new Random(seed);
        int answered = 0;
        for (int round = 0; round < 2_000; round++) {
            List<ChartEntry> chart = anyChart(random);
            ChartQuery query = anyQuery(random, chart.size());
            charts.remember(
                    view(ALL_TIME, chart, chart.subList(0, Math.min(LastCharts.LINES, chart.size())), Map.of()),
                    Optional.empty(),
                    NOW);

            Optional<ChartAnswer.Stale> answer = charts.answer(query, NOW);

            String where = "seed %d, round %d: %s of %d songs".formatted(seed, round, query, chart.size());
            answer.ifPresent(stale -> assertThat(stale.view()).as(where).isEqualTo(truth(chart, query)));
            if (followsFromTheFirstLines(chart, query)) {
                assertThat(answer).as(where).isPresent();
            }
            answered += answer.isPresent() ? 1 : 0;
        }
        assertThat(answered).isBetween(400, 1_600);
    }

    @Test
    void a_tie_that_may_go_on_behind_the_last_line_is_not_told() {
        List<ChartEntry> chart = ranked(150, song -> song < 90 ? 1_000 - song : 5L);
        charts.remember(view(ALL_TIME, chart, chart.subList(0, 100), Map.of()), Optional.empty(), NOW);

        assertThat(charts.answer(ChartQuery.place(ALL_TIME, "song 089"), NOW)).isPresent();
        assertThat(charts.answer(ChartQuery.place(ALL_TIME, "song 095"), NOW)).isEmpty();
        assertThat(charts.answer(ChartQuery.place(ALL_TIME, "nobody"), NOW)).isEmpty();
        assertThat(charts.answer(new ChartQuery(ALL_TIME, 90, 10, List.of()), NOW))
                .isPresent();
        assertThat(charts.answer(new ChartQuery(ALL_TIME, 90, 11, List.of()), NOW))
                .isEmpty();
        assertThat(charts.answer(new ChartQuery(ALL_TIME, 150, 100, List.of()), NOW))
                .isPresent();
    }

    @Test
    void the_age_grows_with_the_time_and_is_never_less_than_the_time_since_the_reading() {
        List<ChartEntry> chart = ranked(3, song -> 1L);
        charts.remember(view(ALL_TIME, chart, chart, Map.of()), Optional.empty(), NOW);

        assertThat(age(NOW)).isEqualTo(Duration.ofSeconds(4));
        assertThat(age(NOW.plusSeconds(3_600))).isEqualTo(Duration.ofSeconds(3_604));
        assertThat(age(NOW.minusSeconds(60))).isZero();

        // The source's clock was 10 seconds ahead of the one here.
        charts.remember(view(ALL_TIME, chart, chart, Map.of()), Optional.empty(), NOW.minusSeconds(14));
        assertThat(age(NOW)).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void a_chart_is_wanted_when_there_is_none_and_again_after_a_while() {
        assertThat(charts.wants(ChartQuery.top(ALL_TIME, 1), NOW)).isTrue();

        charts.remember(view(ALL_TIME, List.of(), List.of(), Map.of()), Optional.empty(), NOW);

        assertThat(charts.wants(ChartQuery.top(ALL_TIME, 1), NOW)).isFalse();
        assertThat(charts.wants(
                        ChartQuery.top(ALL_TIME, 1),
                        NOW.plus(LastCharts.GOOD_FOR).minusNanos(1)))
                .isFalse();
        assertThat(charts.wants(ChartQuery.top(ALL_TIME, 1), NOW.plus(LastCharts.GOOD_FOR)))
                .isTrue();
        assertThat(charts.wants(ChartQuery.top(ALL_TIME, 1), NOW.minusNanos(1)))
                .as("a clock that was set back")
                .isTrue();
        assertThat(charts.wants(ChartQuery.top(day(1), 1), NOW)).isTrue();
    }

    @Test
    void the_charts_that_were_asked_for_last_stay() {
        charts.remember(view(ALL_TIME, List.of(), List.of(), Map.of()), Optional.empty(), NOW);
        for (int day = 1; day <= 2 * LastCharts.WINDOWS; day++) {
            charts.remember(view(day(day), List.of(), List.of(), Map.of()), Optional.empty(), NOW);
            assertThat(charts.answer(ChartQuery.top(ALL_TIME, 1), NOW)).isPresent();
        }

        long days = IntStream.rangeClosed(1, 2 * LastCharts.WINDOWS)
                .filter(day -> charts.answer(ChartQuery.top(day(day), 1), NOW).isPresent())
                .count();
        assertThat(days).isEqualTo(LastCharts.WINDOWS - 1);

        charts.forget();
        assertThat(charts.answer(ChartQuery.top(ALL_TIME, 1), NOW)).isEmpty();
    }

    @Test
    void a_chart_whose_time_is_over_is_not_told() {
        charts.remember(view(day(1), List.of(), List.of(), Map.of()), Optional.empty(), NOW);
        Instant end = day(1).expiresAt().orElseThrow();

        assertThat(charts.answer(ChartQuery.top(day(1), 1), end.minusNanos(1))).isPresent();
        assertThat(charts.answer(ChartQuery.top(day(1), 1), end)).isEmpty();
    }

    private Duration age(Instant now) {
        return charts.answer(ChartQuery.top(ALL_TIME, 1), now).orElseThrow().age();
    }

    private static ChartWindow day(int day) {
        return new ChartWindow.Day(LocalDate.of(2026, 12, 1).plusDays(day));
    }

    /** What the whole chart says. */
    private static ChartView truth(List<ChartEntry> chart, ChartQuery query) {
        Map<String, ChartPlace> places = new HashMap<>();
        for (ChartEntry entry : chart) {
            if (query.songs().contains(entry.song().key())) {
                long sharedBy = chart.stream()
                        .filter(other -> other.votes() == entry.votes())
                        .count();
                places.put(entry.song().key(), new ChartPlace(entry, sharedBy));
            }
        }
        List<ChartEntry> lines =
                chart.stream().skip(query.from()).limit(query.count()).toList();
        return view(query.window(), chart, lines, places);
    }

    private static boolean followsFromTheFirstLines(List<ChartEntry> chart, ChartQuery query) {
        if (chart.size() <= LastCharts.LINES) {
            return true;
        }
        boolean lines =
                query.count() == 0 || query.from() + query.count() <= LastCharts.LINES || query.from() >= chart.size();
        long lastRank = chart.get(LastCharts.LINES - 1).rank();
        return lines
                && query.songs().stream()
                        .allMatch(song -> chart.stream()
                                .anyMatch(entry -> entry.song().key().equals(song) && entry.rank() < lastRank));
    }

    private static List<ChartEntry> anyChart(Random random) {
        int mostVotes = 1 + random.nextInt(200);
        return ranked(random.nextInt(180), song -> 1L + random.nextInt(mostVotes));
    }

    private static ChartQuery anyQuery(Random random, int songs) {
        List<String> named = IntStream.range(0, random.nextInt(3))
                .mapToObj(any -> "song %03d".formatted(random.nextInt(songs + 3)))
                .toList();
        return new ChartQuery(ALL_TIME, random.nextInt(songs + 5), random.nextInt(60), named);
    }

    private static List<ChartEntry> ranked(int songs, IntToLongFunction votes) {
        return ChartEntry.ranked(IntStream.range(0, songs)
                .mapToObj(song ->
                        new SongVotes(new Song("song %03d".formatted(song), "Song " + song), votes.applyAsLong(song)))
                .toList());
    }

    private static ChartView view(
            ChartWindow window, List<ChartEntry> chart, List<ChartEntry> lines, Map<String, ChartPlace> places) {
        long votes = chart.stream().mapToLong(ChartEntry::votes).sum();
        return new ChartView(window, lines, places, chart.size(), votes, SEEN, ZoneOffset.UTC);
    }
}
