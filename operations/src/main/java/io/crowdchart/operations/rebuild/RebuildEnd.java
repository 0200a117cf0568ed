package io.crowdchart.operations.rebuild;

import java.time.Duration;

/** How the watching of a rebuild ended. */
sealed interface RebuildEnd {

    /**
     * The mark is gone.
     *
     * @param waited from the request until somebody was at work
     * @param worked from then on until the mark was gone
     */
    record Finished(Duration waited, Duration worked) implements RebuildEnd {}

    /** Nobody took it on for so long. */
    record NotTakenOn(Duration waited) implements RebuildEnd {}

    /** Somebody took it on, and gave no sign of life for so long. */
    record Silent(String builder, Duration since) implements RebuildEnd {}
}
