package io.crowdchart.connect.jetstream;

import java.time.Duration;

/**
 * Decides when a heartbeat is due: only if the time has advanced since the last one, and then once an interval, at the first
 * event of a connection, and when the source has caught up with the present.
 *
 * <p>After a restart the stored time is told again: posts store it too, so nobody knows whether a heartbeat did.
 */
final class HeartbeatSchedule {

    private final long intervalNanos;
    private final long caughtUpUs;
    private boolean soon = true;
    private boolean behind = true;
    private long lastUs;
    private long lastNanos;

    HeartbeatSchedule(Duration interval) {
        this.intervalNanos = interval.toNanos();
        this.caughtUpUs = interval.toNanos() / 1_000;
    }

    void connected() {
        soon = true;
    }

    /** Whether one is due; if so, it counts as sent. */
    boolean isDue(long newestUs, long nowUs, long nowNanos) {
        boolean lagging = nowUs - newestUs > caughtUpUs;
        soon |= behind && !lagging;
        behind = lagging;
        if (newestUs <= lastUs || !(soon || nowNanos - lastNanos >= intervalNanos)) {
            return false;
        }
        soon = false;
        lastUs = newestUs;
        lastNanos = nowNanos;
        return true;
    }
}
