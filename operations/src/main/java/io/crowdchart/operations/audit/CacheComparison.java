package io.crowdchart.operations.audit;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.ChartInventory;
import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.cache.inspect.StoredChart;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.SongKey;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.count.VoteRange;
import io.crowdchart.operations.ranking.RankingRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares what was read from the cache with the votes. */
final class CacheComparison {

    private final CacheContent cache;
    private final Recount recount;
    private final RankingRows rows;
    private final Instant now;
    private final Map<ChartWindow, Map<String, VoteRange>> expected = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();

    private CacheComparison(CacheContent cache, Recount recount, RankingRows rows, Instant now) {
        this.cache = cache;
        this.recount = recount;
        this.rows = rows;
        this.now = now;
        recount.forEach((line, votes) -> {
            if (votes.most() > 0) {
                line.chart()
                        .filter(window -> !isOver(window))
                        .ifPresent(window -> expected.computeIfAbsent(window, any -> new HashMap<>())
                                .put(line.song(), votes));
            }
        });
    }

    static List<Difference> differences(CacheContent cache, Recount recount, RankingRows rows, Instant now) {
        CacheComparison comparison = new CacheComparison(cache, recount, rows, now);
        comparison.compare();
        return comparison.differences;
    }

    private void compare() {
        Set<ChartWindow> windows = new TreeSet<>(Comparator.comparing(ChartWindow::name));
        windows.addAll(expected.keySet());
        windows.addAll(cache.charts().keySet());
        windows.addAll(cache.state().totals().keySet());
        windows.forEach(this::window);
        titles();
        cache.strangeKeys().stream()
                .sorted()
                .forEach(key -> add("Redis key " + key, "a key that belongs to no chart", "no such key"));
    }

    private void window(ChartWindow window) {
        Optional<Instant> end = window.expiresAt();
        CacheContent.@Nullable Chart chart = cache.charts().get(window);
        if (end.isPresent() && isOver(window)) {
            // Its total may outlive it for a while.
            if (chart != null) {
                add(nameOf(window), chart.votes().size() + " songs", "no chart, since it is over since " + end.get());
            }
            return;
        }
        Map<String, VoteRange> songs = expected.getOrDefault(window, Map.of());
        Map<String, Double> found = chart == null ? Map.of() : chart.votes();
        songs.forEach((song, votes) -> votes(window, song, found.get(song), votes));
        found.forEach((song, votes) -> {
            if (!songs.containsKey(song)) {
                votes(window, song, votes, VoteRange.NONE);
            }
        });
        total(window, songs);
        if (chart != null && !chart.expiresAt().equals(end)) {
            add(
                    nameOf(window),
                    chart.expiresAt().map(at -> "that it expires at " + at).orElse("that it never expires"),
                    end.map(Instant::toString).orElse("that it never expires"));
        }
    }

    private boolean isOver(ChartWindow window) {
        return window.expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }

    private void votes(ChartWindow window, String song, @Nullable Double found, VoteRange votes) {
        boolean good =
                found == null ? votes.contains(0) : found > 0 && found == Math.rint(found) && votes.contains(found);
        if (!good) {
            add(nameOf(window) + " '" + song + "'", shown(found), votes.toString());
        }
    }

    private static String shown(@Nullable Double votes) {
        if (votes == null) {
            return "none";
        }
        return votes == Math.rint(votes)
                ? VoteRange.of(votes.longValue()).toString()
                : votes + " votes";
    }

    private void total(ChartWindow window, Map<String, VoteRange> songs) {
        VoteRange votes = songs.values().stream().reduce(VoteRange.NONE, VoteRange::plus);
        @Nullable String found = cache.state().totals().get(window);
        if (!isTotal(found, votes)) {
            add("Redis total of " + window.name(), found == null ? "none" : found, votes.toString());
        }
    }

    private static boolean isTotal(@Nullable String found, VoteRange votes) {
        try {
            return votes.contains(found == null ? 0 : Long.parseLong(found));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private void titles() {
        // A song of a day is one of all time.
        expected.getOrDefault(ChartWindow.ALL_TIME, Map.of()).forEach((song, votes) -> {
            Optional<String> named = recount.title(song).filter(title -> !title.isBlank());
            @Nullable String shown = cache.titles().get(song);
            boolean missing =
                    shown == null && named.isPresent() && votes.least() > 0 && !rows.isTitleTakenBack(song);
            if (missing || (shown != null && !SongKey.of(shown).equals(song))) {
                add(
                        "Redis title of '" + song + "'",
                        shown == null ? "none" : "'" + shown + "'",
                        "a title of this song"
                                + named.map(title -> ", like '" + title + "'").orElse(""));
            }
        });
    }

    private static String nameOf(ChartWindow window) {
        return "Redis chart " + window.name();
    }

    private void add(String where, String found, String expectedThere) {
        differences.add(Difference.inCache(where, found, expectedThere));
    }

    /** Everything that the cache holds. */
    record CacheContent(
            Map<ChartWindow, Chart> charts, ChartState state, Map<String, String> titles, Set<String> strangeKeys) {

        /** A chart with its songs. */
        record Chart(Map<String, Double> votes, Optional<Instant> expiresAt) {}

        /** Whether a rebuild is asked for or at work: until its end nobody writes the charts. */
        boolean isBeingRebuilt() {
            return isBeingRebuilt(state);
        }

        static boolean isBeingRebuilt(ChartState state) {
            return state.others().containsKey(ChartKeys.REBUILD);
        }

        static CacheContent read(ChartInspection inspection) {
            ChartInventory inventory = inspection.inventory();
            Map<ChartWindow, Chart> charts = new HashMap<>();
            for (ChartWindow window : inventory.windows()) {
                // One that has gone meanwhile is none.
                inspection
                        .chart(window)
                        .map(StoredChart::expiresAt)
                        .ifPresent(end -> charts.put(window, new Chart(inspection.votes(window), end)));
            }
            return new CacheContent(charts, inspection.state(), inspection.titles(), inventory.strange());
        }
    }
}
