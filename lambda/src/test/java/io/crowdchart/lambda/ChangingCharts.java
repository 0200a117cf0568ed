package io.crowdchart.lambda;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Writes one version of the known charts after the other, each until it is there, and knows when each of them was true. */
final class ChangingCharts {

    private final Map<Instant, Integer> versions = new ConcurrentHashMap<>();
    private final KnownCharts charts;
    private final ChartWriter writer;
    private final Clock clock;
    private int next = 1;
    private Instant seenAt = Instant.EPOCH;
    private volatile int written;

    ChangingCharts(KnownCharts charts, ChartWriter writer, Clock clock) {
        this.charts = charts;
        this.writer = writer;
        this.clock = clock;
        KnownCharts.begin(writer);
    }

    /** Tries to write the next version. One thread. */
    void write() {
        if (!versions.containsValue(next)) {
            seenAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
            versions.put(seenAt, next);
        }
        try {
            // Refused is what was applied before its answer got lost.
            writer.write(charts.batch(next, seenAt));
            written = next;
            next++;
        } catch (CacheUnavailableException e) {
            // Killed; the same again when it is back.
            return;
        }
    }

    /** The newest version that is there for certain; 0 if none is. */
    int written() {
        return written;
    }

    /** The version that was true up to a time. */
    Optional<Integer> versionOf(Instant time) {
        return Optional.ofNullable(versions.get(time));
    }
}
