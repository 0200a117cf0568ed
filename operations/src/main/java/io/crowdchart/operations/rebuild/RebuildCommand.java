package io.crowdchart.operations.rebuild;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Standing.RebuildMark;
import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.HumanTime;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/chart rebuild}: asks the sink to make the charts anew, and waits until it has. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = "Asks the sink to make the charts in the cache anew from Kafka, and waits until it has."
                + " Readers see the old charts until the new ones are whole.")
public final class RebuildCommand implements Callable<Integer> {

    private final Surroundings surroundings;
    private final Screen screen;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long nobody may take the rebuild on, and how long a builder may be silent, before this"
                    + " command stops waiting (default: ${DEFAULT-VALUE}). The rebuild stays asked for.")
    private long patience = 30;

    public RebuildCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.screen = surroundings.screen();
    }

    @Override
    public Integer call() throws InterruptedException {
        if (patience < 1) {
            throw new WrongUseException("--patience is at least 1 second, was " + patience);
        }
        var redis = new RedisCharts(cluster.config(surroundings.environment()).requiredRedis(), surroundings.clock());
        try (ChartWriter charts = redis.writer();
                ChartInspection inspection = redis.inspection()) {
            ask(charts);
            RebuildEnd end = new RebuildWatch(
                            charts, surroundings.clock(), Pause.SLEEP, screen, Duration.ofSeconds(patience))
                    .watch();
            return end instanceof RebuildEnd.Finished finished
                    ? tell(finished, RebuiltCharts.look(inspection, charts))
                    : tellOverdue(end);
        }
    }

    private void ask(ChartWriter charts) {
        Optional<RebuildMark> before = charts.look(List.of()).rebuild();
        charts.askForRebuild();
        screen.progress(before.map(mark -> mark.builder()
                        .map(builder -> "builder " + builder + " is at work already; waiting for it")
                        .orElse("a rebuild was asked for already; waiting for a sink to take it on"))
                .orElse("asked for a rebuild; waiting for a sink to take it on"));
    }

    private int tell(RebuildEnd.Finished finished, RebuiltCharts rebuilt) {
        if (rebuilt.offsets().isEmpty()) {
            screen.result("the rebuild is gone, and so are the charts: somebody emptied the cache meanwhile."
                    + " The sink makes them anew by itself; scripts/chart doctor shows how far it is");
            return ExitStatus.DIFFERENT;
        }
        screen.result(String.format(
                Locale.ROOT,
                "rebuilt in %s, taken on after %s: %,d songs in all, %s",
                HumanTime.of(finished.worked()),
                HumanTime.of(finished.waited()),
                rebuilt.songs(),
                Counted.of(rebuilt.charts(), "chart")));
        rebuilt.offsets()
                .forEach((part, offset) -> screen.result(String.format(
                        Locale.ROOT, "  %-20s reads on at offset %,d", part.topic() + "-" + part.partition(), offset)));
        return ExitStatus.GOOD;
    }

    private int tellOverdue(RebuildEnd end) {
        screen.result(
                end instanceof RebuildEnd.Silent silent
                        ? "builder " + silent.builder() + " has given no sign of life for "
                                + HumanTime.of(silent.since())
                                + "; another sink takes the rebuild over. scripts/chart doctor says how the sink is"
                        : "nobody took the rebuild on within " + patience
                                + " s; is the sink stopped? It stays asked for. scripts/chart doctor says how the sink is");
        return ExitStatus.DIFFERENT;
    }
}
