package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** An answer of Kafka that may be there or not. */
record Arrival(CompletableFuture<TopicsNow> asked) {

    static Arrival of(CompletableFuture<TopicsNow> asked) {
        return new Arrival(asked);
    }

    boolean isPending() {
        return !asked.isDone();
    }

    /**
     * The answer, which must not be pending.
     *
     * @throws TopicsUnavailableException if it is none
     */
    TopicsNow get() {
        try {
            return asked.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TopicsUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }
}
