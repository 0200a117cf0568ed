package io.crowdchart.operations.doctor;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.inspect.ChartInventory;
import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.cache.inspect.StoredChart;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Standing.RebuildMark;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.command.HumanTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether the charts in the cache have the shape that they should have, and are written. */
final class ChartsCheck implements Check {

    private static final String SCRIPT = "scripts/chart rebuild makes the charts anew";
    /** A sink takes a rebuild on within about a second. */
    private static final Duration TAKEN_ON = Duration.ofSeconds(10);

    private final Supplier<ChartInspection> cache;
    private final Supplier<ChartWriter> charts;
    private final Clock clock;

    ChartsCheck(Supplier<ChartInspection> cache, Supplier<ChartWriter> charts, Clock clock) {
        this.cache = cache;
        this.charts = charts;
        this.clock = clock;
    }

    @Override
    public String link() {
        return "charts";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.CACHE);
    }

    @Override
    public List<Finding> examine(Set<Part> away) {
        Optional<RebuildMark> mark = charts.get().look(List.of()).rebuild();
        ChartState state = cache.get().state();
        ChartInventory inventory = cache.get().inventory();
        List<Finding> findings = new ArrayList<>();
        findings.add(written(state, inventory));
        mark.ifPresent(rebuild -> findings.add(rebuild(rebuild)));
        if (mark.isEmpty() && !inventory.inTheMaking().isEmpty()) {
            findings.add(Finding.warning(
                    link(),
                    Counted.of(inventory.inTheMaking().size(), "key")
                            + (inventory.inTheMaking().size() == 1 ? " is" : " are")
                            + " left of a rebuild that nobody works on",
                    "The next rebuild removes them"));
        }
        strange(state, inventory).ifPresent(findings::add);
        return findings;
    }

    private Finding written(ChartState state, ChartInventory inventory) {
        if (state.writtenAt().isEmpty()) {
            return Finding.problem(
                    link(),
                    "there are none: the cache has no " + ChartKeys.STATE,
                    "Expected them. The sink makes them by itself; see connect");
        }
        Duration age = Duration.between(state.writtenAt().get(), clock.instant());
        String found = "written " + HumanTime.of(age) + " ago, " + songs(inventory);
        return age.compareTo(RedisCharts.STALE_AFTER) > 0
                ? Finding.warning(
                        link(), found, "Expected a write every few seconds, at least that of the pulse; see pulse")
                : Finding.ok(link(), found);
    }

    /** The number of songs of the all-time chart, of the newest day and of the newest hour. */
    private String songs(ChartInventory inventory) {
        Stream<ChartWindow> shown = Stream.of(
                        Optional.of(ChartWindow.ALL_TIME),
                        newest(inventory, ChartWindow.Day.class),
                        newest(inventory, ChartWindow.Hour.class))
                .flatMap(Optional::stream);
        return Counted.of(inventory.windows().size(), "chart") + "; songs: "
                + shown.map(window -> window.name() + " "
                                + cache.get()
                                        .chart(window)
                                        .map(StoredChart::songs)
                                        .orElse(0L))
                        .collect(Collectors.joining(", "));
    }

    private static Optional<ChartWindow> newest(ChartInventory inventory, Class<? extends ChartWindow> kind) {
        return inventory.windows().stream().filter(kind::isInstance).max(Comparator.comparing(ChartWindow::name));
    }

    private Finding rebuild(RebuildMark mark) {
        Instant now = clock.instant();
        Duration since = Duration.between(mark.at(), now);
        if (mark.builder().isEmpty()) {
            String found = "a rebuild is asked for, since " + HumanTime.of(since);
            return since.compareTo(TAKEN_ON) > 0
                    ? Finding.problem(link(), found, "Expected a sink to take it on at once; see connect")
                    : Finding.warning(link(), found, "A sink takes it on soon");
        }
        String found = "builder " + mark.builder().get() + " makes them anew, last sign of life " + HumanTime.of(since)
                + " ago";
        return since.compareTo(ChartWriter.BUILDER_SILENCE) > 0
                ? Finding.problem(
                        link(), found, "Expected one every few seconds; another sink takes it over; see connect")
                : Finding.warning(link(), found, "Until then they stay as they were");
    }

    private Optional<Finding> strange(ChartState state, ChartInventory inventory) {
        Set<String> known = new HashSet<>(Set.of(ChartKeys.REBUILD, ChartKeys.REBUILD_AT));
        state.positions().keySet().forEach(part -> known.add(ChartKeys.confirmedAt(part)));
        Set<String> strange = new TreeSet<>(inventory.strange());
        state.others().keySet().stream()
                .filter(field -> !known.contains(field))
                .forEach(field -> strange.add(ChartKeys.STATE + " " + field));
        return strange.isEmpty()
                ? Optional.empty()
                : Optional.of(Finding.warning(
                        link(),
                        "not ours, or damaged: " + String.join(", ", strange),
                        "Who else writes here? " + SCRIPT));
    }
}
