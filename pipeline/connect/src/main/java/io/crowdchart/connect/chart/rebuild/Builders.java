package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Standing.RebuildMark;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Watches other builders, and notices when one is dead: by its last sign, or, since clocks differ, by its silence. */
final class Builders {

    private final Clock clock;
    private Optional<RebuildMark> last = Optional.empty();
    private Instant lastChange = Instant.EPOCH;

    Builders(Clock clock) {
        this.clock = clock;
    }

    /** Whether somebody works at a rebuild. */
    boolean isAtWork(Optional<RebuildMark> mark) {
        Instant now = clock.instant();
        if (!mark.equals(last)) {
            last = mark;
            lastChange = now;
        }
        return mark.filter(seen -> seen.builder().isPresent())
                .filter(seen -> now.isBefore(seen.at().plus(ChartWriter.BUILDER_SILENCE)))
                .filter(seen -> now.isBefore(lastChange.plus(ChartWriter.BUILDER_SILENCE)))
                .isPresent();
    }
}
