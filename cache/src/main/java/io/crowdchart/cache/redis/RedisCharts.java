package io.crowdchart.cache.redis;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.write.ChartWriter;
import java.time.Clock;
import java.time.Duration;

/**
 * The door to the charts in Redis or Valkey, from version 6.2.
 *
 * <p>It makes writers and readers; nothing connects before its first call. Each has a connection of its own and is closed by
 * whom it was made for. A writer takes for a call at most the two time-outs of the configuration together, a reader has a
 * limit of its own.
 */
public final class RedisCharts {

    /** How old a pulse may be before a chart counts as stale. */
    public static final Duration STALE_AFTER = Duration.ofSeconds(30);

    /** How long an answer of a reader may take, whatever Redis does. */
    public static final Duration ANSWER_WITHIN = Duration.ofMillis(1_500);

    private final RedisConfig config;
    private final Clock clock;

    public RedisCharts(RedisConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    /** A writer, for one thread at a time. */
    public ChartWriter writer() {
        return new RedisChartWriter(new ChartNode(config, clock), clock);
    }

    /** A reader that calls a chart stale after {@link #STALE_AFTER}. */
    public ChartReader reader() {
        return reader(STALE_AFTER);
    }

    /** A reader that answers within {@link #ANSWER_WITHIN}; otherwise like {@link #reader(Duration, Duration)}. */
    public ChartReader reader(Duration staleAfter) {
        return reader(staleAfter, ANSWER_WITHIN);
    }

    /**
     * A reader.
     *
     * @param staleAfter how old a pulse may be before a chart counts as stale
     * @param answerWithin how long an answer may take in all, whatever Redis does
     */
    public ChartReader reader(Duration staleAfter, Duration answerWithin) {
        return new RedisChartReader(new ChartNode(config, clock), clock, staleAfter, answerWithin);
    }

    /** A look at everything that is stored, for operators; for one thread at a time. */
    public ChartInspection inspection() {
        return new RedisChartInspection(new ChartNode(config, clock));
    }
}
