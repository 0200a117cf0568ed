package io.crowdchart.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A clock that stands at the start of a test until somebody moves it. */
public final class MovableClock extends Clock {

    private Instant now = start();

    /** Back to the present, to the millisecond, as times of the state are. */
    void reset() {
        now = start();
    }

    public void advance(Duration time) {
        now = now.plus(time);
    }

    private static Instant start() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
