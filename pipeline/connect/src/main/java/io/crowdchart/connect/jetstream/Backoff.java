package io.crowdchart.connect.jetstream;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next attempt: doubling from a shortest to a longest time, each cut by up to a half. */
final class Backoff {

    private final long minNanos;
    private final long maxNanos;
    private final RandomGenerator random;
    private long nextNanos;

    Backoff(Duration min, Duration max, RandomGenerator random) {
        this.minNanos = min.toNanos();
        this.maxNanos = max.toNanos();
        this.random = random;
        this.nextNanos = minNanos;
    }

    Duration next() {
        long half = nextNanos / 2;
        nextNanos = Math.min(maxNanos, nextNanos * 2);
        return Duration.ofNanos(half + random.nextLong(half + 1));
    }

    void reset() {
        nextNanos = minNanos;
    }
}
