package io.crowdchart.connect.jetstream;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * How far the source has come: the newest time among all events that it handed out. Times need not rise, so it is a maximum.
 * Written by the task's thread, readable by others.
 */
final class Progress {

    private static final long NOTHING = 0;

    private final StartPosition start;
    private final long createdUs;
    private final long rewindUs;
    private volatile long newestUs;
    private boolean connectedBefore;

    /**
     * @param stored the offset that an earlier run stored
     * @param createdUs the time now, in microseconds since 1970
     */
    Progress(OptionalLong stored, StartPosition start, long createdUs, Duration rewind) {
        this.newestUs = stored.orElse(NOTHING);
        this.start = start;
        this.createdUs = createdUs;
        this.rewindUs = TimeUnit.NANOSECONDS.toMicros(rewind.toNanos());
    }

    void handedOut(long timeUs) {
        if (timeUs > newestUs) {
            newestUs = timeUs;
        }
    }

    /** The newest time that was handed out, now or in an earlier run. */
    OptionalLong newest() {
        long newest = newestUs;
        return newest == NOTHING ? OptionalLong.empty() : OptionalLong.of(newest);
    }

    StartPosition start() {
        return start;
    }

    /** Where the next connection starts; none is the live tail. */
    OptionalLong nextCursor() {
        boolean first = !connectedBefore;
        connectedBefore = true;
        if (newest().isPresent()) {
            return OptionalLong.of(rewound(newestUs));
        }
        if (first || !(start instanceof StartPosition.Now)) {
            return start.cursor();
        }
        // Nothing has come yet, but something may have happened while the connection was away.
        return OptionalLong.of(rewound(createdUs));
    }

    private long rewound(long timeUs) {
        return Math.max(EventParser.FIRST_TIME_US, timeUs - rewindUs);
    }
}
