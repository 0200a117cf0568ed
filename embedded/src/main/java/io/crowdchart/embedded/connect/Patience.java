package io.crowdchart.embedded.connect;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks a worker again until it is ready, within a limit. */
final class Patience {

    private static final long PAUSE_MILLIS = 50;
    private static final int NOT_FOUND = 404;

    private final long nanos;

    private Patience(long nanos) {
        this.nanos = nanos;
    }

    static Patience of(Duration limit) {
        return new Patience(limit.toNanos());
    }

    /**
     * Waits for a condition. A refusal that may pass counts as "not yet", and so does "not found": a new connector is
     * known a moment after it was accepted.
     *
     * @throws IllegalStateException if the time is over
     */
    void until(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        @Nullable ConnectRestException last = null;
        while (System.nanoTime() - start < nanos) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (ConnectRestException e) {
                if (!e.passing() && e.status() != NOT_FOUND) {
                    throw e;
                }
                last = e;
            }
            pause(what);
        }
        throw new IllegalStateException(
                "waited " + TimeUnit.NANOSECONDS.toSeconds(nanos) + " seconds in vain until " + what, last);
    }

    private static void pause(String what) {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting until " + what, e);
        }
    }
}
