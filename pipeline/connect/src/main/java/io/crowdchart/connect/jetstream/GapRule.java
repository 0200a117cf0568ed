package io.crowdchart.connect.jetstream;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Tells whether a server has silently skipped something.
 *
 * <p>A connection is resumed from before the newest event that is known, so an honest server sends that event again, however
 * quiet the stream is. If the first event of a connection is newer by more than a few seconds (the hosts of one network
 * differ by less), the server has lost what is between. Where no event is known, because somebody asked for a start time, a
 * jump proves nothing: there it is a gap only if the time asked for is older than what servers keep.
 */
record GapRule(Duration lookBack) {

    /** By how much the times that two hosts give to one event may differ. */
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    /**
     * The gap before the first event of a connection.
     *
     * @param firstUs the time of that event
     * @param nowUs the time now
     * @return the length of the gap, zero if there is none
     */
    Duration before(long firstUs, Progress progress, long nowUs) {
        OptionalLong newest = progress.newest();
        if (newest.isPresent()) {
            return gap(newest.getAsLong(), firstUs);
        }
        if (progress.start() instanceof StartPosition.At at && nowUs - at.timeUs() > micros(lookBack)) {
            return gap(at.timeUs(), firstUs);
        }
        return Duration.ZERO;
    }

    private static Duration gap(long fromUs, long toUs) {
        long us = toUs - fromUs;
        return us > micros(TOLERANCE) ? Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(us)) : Duration.ZERO;
    }

    private static long micros(Duration duration) {
        return TimeUnit.NANOSECONDS.toMicros(duration.toNanos());
    }
}
