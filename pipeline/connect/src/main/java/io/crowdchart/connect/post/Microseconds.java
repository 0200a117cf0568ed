package io.crowdchart.connect.post;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times on the wire: microseconds since 1970. */
public final class Microseconds {

    private Microseconds() {}

    /** The microseconds of an instant; what is finer is dropped. */
    public static long of(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The instant of a number of microseconds. */
    public static Instant toInstant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
