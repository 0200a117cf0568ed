package io.crowdchart.cache.redis;

import java.time.Duration;

/** The moment by which a call has an answer, however many steps it takes. */
final class Deadline {

    private final long nanoTime;

    private Deadline(long nanoTime) {
        this.nanoTime = nanoTime;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** The moment at which half of what is left is over. */
    Deadline halfway() {
        long now = System.nanoTime();
        return new Deadline(now + Math.max(0, nanoTime - now) / 2);
    }

    /** What is left; zero if it is over. */
    long nanosLeft() {
        return Math.max(0, nanoTime - System.nanoTime());
    }

    /** What is left, but no more than this; at least 1, since 0 would mean for ever. */
    int millisLeft(Duration atMost) {
        long left = (nanoTime - System.nanoTime()) / 1_000_000;
        return Math.toIntExact(Math.max(1, Math.min(left, atMost.toMillis())));
    }

    boolean isOver() {
        return System.nanoTime() - nanoTime >= 0;
    }
}
