package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.post.Microseconds;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The two clocks of a source.
 *
 * @param clock the time of day, to compare with what the network says
 * @param nanoClock a clock that never jumps, to measure intervals
 */
record Times(Clock clock, LongSupplier nanoClock) {

    static Times ofSystem() {
        return new Times(Clock.systemUTC(), System::nanoTime);
    }

    long nowUs() {
        return Microseconds.of(clock.instant());
    }

    long nanos() {
        return nanoClock.getAsLong();
    }
}
