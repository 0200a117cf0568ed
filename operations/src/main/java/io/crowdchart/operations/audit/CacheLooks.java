package io.crowdchart.operations.audit;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.operations.audit.CacheComparison.CacheContent;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.command.Screen;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the cache, again and again. While a rebuild is asked for or at work the charts stay as they were, whatever is voted: its
 * end is waited for, and if it does not come, the cache is left out from then on. One thread at a time.
 */
final class CacheLooks implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Optional<ChartInspection> inspection;
    private final Screen screen;
    private Optional<Duration> waitedInVain = Optional.empty();

    /**
     * @param inspection where the charts are; empty: nowhere
     */
    CacheLooks(Optional<ChartInspection> inspection, Screen screen) {
        this.inspection = inspection;
        this.screen = screen;
    }

    /**
     * What was read.
     *
     * @param content what is in the cache; empty: it is left out
     * @param waited whether a rebuild was waited for
     */
    record Look(Optional<CacheContent> content, boolean waited) {}

    /**
     * Reads the cache now.
     *
     * @param longest how long to wait for the end of a rebuild
     */
    Look look(Duration longest) throws InterruptedException {
        if (inspection.isEmpty() || waitedInVain.isPresent()) {
            return new Look(Optional.empty(), false);
        }
        boolean waited = false;
        long start = System.nanoTime();
        while (System.nanoTime() - start <= longest.toNanos()) {
            Optional<CacheContent> content = read(inspection.get());
            if (content.isPresent()) {
                return new Look(content, waited);
            }
            if (!waited) {
                screen.progress("a rebuild of the charts is asked for or at work; waiting for its end, up to "
                        + longest.toSeconds() + " s");
                waited = true;
            }
            Pause.SLEEP.pause(BETWEEN_LOOKS);
        }
        waitedInVain = Optional.of(longest);
        return new Look(Optional.empty(), waited);
    }

    /** How long the end of a rebuild was waited for before the cache was left out; empty: it was not. */
    Optional<Duration> waitedInVain() {
        return waitedInVain;
    }

    /** Nothing if there is a rebuild. */
    private static Optional<CacheContent> read(ChartInspection charts) {
        return CacheContent.isBeingRebuilt(charts.state())
                ? Optional.empty()
                : Optional.of(CacheContent.read(charts)).filter(content -> !content.isBeingRebuilt());
    }

    @Override
    public void close() {
        inspection.ifPresent(ChartInspection::close);
    }
}
