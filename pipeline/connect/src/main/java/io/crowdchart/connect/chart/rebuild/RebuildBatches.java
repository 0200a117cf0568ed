package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The batches of a rebuild on their way into the cache. One is added while the next one is read; nothing else is done with the
 * cache meanwhile.
 */
final class RebuildBatches {

    /** After so long without a sign of its own, it gives one; well below the time after which others take over. */
    private static final Duration SIGN_EVERY = Duration.ofSeconds(2);

    private final ChartRebuild rebuild;
    private final Executor executor;
    private final Clock clock;
    private CompletableFuture<Boolean> adding = CompletableFuture.completedFuture(true);
    private Instant lastSign;

    RebuildBatches(ChartRebuild rebuild, Executor executor, Clock clock) {
        this.rebuild = rebuild;
        this.executor = executor;
        this.clock = clock;
        this.lastSign = clock.instant();
    }

    /** Adds a batch, if there is one; whether all is well so far. The batch may still be on its way. */
    boolean add(Optional<ChartBatch> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        if (!isArrived()) {
            return false;
        }
        adding = CompletableFuture.supplyAsync(() -> rebuild.add(batch.get()), executor);
        return true;
    }

    /**
     * Waits for the batch that is on its way; whether it was added.
     *
     * @throws CacheUnavailableException if that is not known
     */
    boolean isArrived() {
        try {
            boolean arrived = adding.join();
            lastSign = clock.instant();
            return arrived;
        } catch (CompletionException e) {
            if (e.getCause() instanceof CacheUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    /** Shows that the builder is alive, if it is time to; false if the rebuild is lost. */
    boolean showSign() {
        if (!adding.isDone() || clock.instant().isBefore(lastSign.plus(SIGN_EVERY))) {
            return true;
        }
        return isArrived() && rebuild.keepAlive();
    }

    /** Waits until nothing is on its way, whatever becomes of it. */
    boolean settle() {
        return adding.exceptionally(problem -> false).join();
    }
}
