package io.crowdchart.cache.iam;

import java.time.Duration;
import java.time.Instant;

/** Credentials, and until when they are good. */
record LastingKeys(Keys keys, Instant end) {

    /** Somebody's clock may be slow, and a token must not outlive its keys by much. */
    private static final Duration RENEWED_BEFORE = Duration.ofMinutes(5);

    boolean isGood(Instant now) {
        return now.isBefore(end);
    }

    boolean isGoodForLong(Instant now) {
        return now.isBefore(end.minus(RENEWED_BEFORE));
    }
}
