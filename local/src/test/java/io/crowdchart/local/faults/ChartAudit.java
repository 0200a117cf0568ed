package io.crowdchart.local.faults;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.local.faults.CachedCharts.Whole;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the truth with the ranking topics and with the charts in Redis, and hears what the operator's audit says, which
 * counts for itself: the one place where a seed is judged.
 */
final class ChartAudit {

    private static final Pattern CHART = Pattern.compile("\\{chart}:(all|\\d{4}-\\d\\d-\\d\\d(T\\d\\d)?)");

    private final Truth truth;
    private final List<String> differences = new ArrayList<>();

    private ChartAudit(Truth truth) {
        this.truth = truth;
    }

    /**
     * Compares everything.
     *
     * @param keys the keys in Redis, with {@code |} between them
     * @param operator is asked for an audit of its own
     * @return a line for each difference
     */
    static List<String> differences(
            Truth truth, String bootstrapServers, ChartReader reader, String keys, Operator operator) {
        ChartAudit audit = new ChartAudit(truth);
        Rankings rankings = Rankings.read(bootstrapServers);
        audit.compareTopics(rankings);
        audit.compareCache(new CachedCharts(reader), rankings.titles());
        audit.compareKeys(keys);
        audit.differences.addAll(operator.complaints("audit", "--patience", "2"));
        return audit.differences;
    }

    private void compareTopics(Rankings rankings) {
        Set<String> names = new TreeSet<>(rankings.charts().keySet());
        names.addAll(truth.windows().keySet());
        for (String name : names) {
            @Nullable ChartWindow window = truth.windows().get(name);
            Map<String, Long> expected = window == null ? Map.of() : truth.votes(window);
            compare("topics, " + name, rankings.charts().getOrDefault(name, Map.of()), expected);
        }
    }

    private void compareCache(CachedCharts cache, Map<String, String> titles) {
        truth.windows().forEach((name, window) -> {
            Optional<Whole> whole = cache.read(window);
            if (whole.isEmpty()) {
                differences.add("Redis, " + name + ": there is no chart");
                return;
            }
            Map<String, ChartEntry> lines = whole.get().lines();
            Map<String, Long> votes = lines.values().stream()
                    .collect(Collectors.toMap(line -> line.song().key(), ChartEntry::votes));
            compare("Redis, " + name, votes, truth.votes(window));
            compareTotal(name, whole.get());
            lines.values().forEach(line -> compareTitle(line, titles));
        });
    }

    private void compareTotal(String name, Whole chart) {
        long sum = chart.lines().values().stream().mapToLong(ChartEntry::votes).sum();
        if (sum != chart.votes()) {
            differences.add("Redis, " + name + ": a total of " + chart.votes() + ", the lines have " + sum);
        }
    }

    private void compareTitle(ChartEntry line, Map<String, String> titles) {
        String song = line.song().key();
        String title = line.song().title();
        if (!title.equals(titles.get(song))) {
            differences.add(
                    "Redis, the title of '" + song + "': '" + title + "', the topic has '" + titles.get(song) + "'");
        }
        if (!truth.spellings(song).contains(title)) {
            differences.add("the title of '" + song + "': '" + title + "', written were " + truth.spellings(song));
        }
    }

    private void compareKeys(String keys) {
        Set<String> charts = Arrays.stream(keys.split("\\|"))
                .filter(CHART.asMatchPredicate())
                .map(key -> key.substring("{chart}:".length()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = truth.windows().values().stream()
                .filter(window -> !truth.votes(window).isEmpty())
                .map(ChartWindow::name)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!charts.equals(expected)) {
            differences.add("Redis has the charts " + charts + ", should have " + expected);
        }
    }

    private void compare(String where, Map<String, Long> found, Map<String, Long> expected) {
        Set<String> songs = new TreeSet<>(found.keySet());
        songs.addAll(expected.keySet());
        for (String song : songs) {
            if (!Objects.equals(found.get(song), expected.get(song))) {
                differences.add(where + ", '" + song + "': " + found.get(song) + ", should be " + expected.get(song));
            }
        }
    }
}
