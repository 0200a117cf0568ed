package io.crowdchart.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.model.chart.ChartWindow;
import java.io.PrintStream;
import java.time.Clock;
import java.util.function.Supplier;

/**
 * The entry point of the function that is called each minute: reads the chart as the skill does and writes how old it is, as
 * one line in CloudWatch's embedded metric format. One thread at a time.
 *
 * <p>Each look has a reader of its own, so that it takes the whole way, the login included, and nothing that is remembered
 * can stand for a cache that is away.
 */
public final class FreshnessProbe implements RequestHandler<ScheduledEvent, String> {

    private static final ChartQuery NUMBER_ONE = ChartQuery.top(ChartWindow.ALL_TIME, 1);

    private final Supplier<ChartReader> readers;
    private final Clock clock;
    private final PrintStream output;

    /**
     * The probe as Lambda makes it, configured by the environment.
     *
     * @throws IllegalArgumentException if the environment is wrong; the message names every fault
     */
    public FreshnessProbe() {
        this(ChartsConfig.fromEnvironment(), Clock.systemUTC());
    }

    private FreshnessProbe(ChartsConfig config, Clock clock) {
        this(() -> config.reader(clock), clock, System.out);
    }

    /**
     * A probe.
     *
     * @param readers make a reader for one look, which is closed
     * @param output where the line goes
     */
    FreshnessProbe(Supplier<ChartReader> readers, Clock clock, PrintStream output) {
        this.readers = readers;
        this.clock = clock;
        this.output = output;
    }

    /** Looks at the chart; the answer is what it found: fresh, stale, empty, rebuilding or unavailable. */
    @Override
    public String handleRequest(ScheduledEvent event, Context context) {
        try (ChartReader charts = readers.get()) {
            ChartAnswer answer = charts.read(NUMBER_ONE);
            var metrics = ProbeMetrics.of(answer);
            output.println(metrics.line(clock.instant()));
            return metrics.outcome();
        }
    }
}
