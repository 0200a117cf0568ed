package io.crowdchart.operations.rebuild;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Standing.RebuildMark;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.command.Screen;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Watches the mark of a rebuild until it is gone. A builder is judged by what is seen of it, not by the time it writes: its
 * clock may be another one.
 */
final class RebuildWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final ChartWriter charts;
    private final Clock clock;
    private final Pause pause;
    private final Screen screen;
    private final Duration patience;
    private final Instant begun;

    private Instant lastSign;
    private @Nullable Instant takenOn;
    private @Nullable RebuildMark last;

    /**
     * @param patience how long nobody may take it on, how long a builder may be silent, and how long the cache may be away
     */
    RebuildWatch(ChartWriter charts, Clock clock, Pause pause, Screen screen, Duration patience) {
        this.charts = charts;
        this.clock = clock;
        this.pause = pause;
        this.screen = screen;
        this.patience = patience;
        this.begun = clock.instant();
        this.lastSign = begun;
    }

    /**
     * Watches from now on.
     *
     * @throws CacheUnavailableException if the cache is away for too long
     */
    RebuildEnd watch() throws InterruptedException {
        while (true) {
            try {
                Optional<RebuildMark> mark = charts.look(List.of()).rebuild();
                if (mark.isEmpty()) {
                    return finished();
                }
                note(mark.get());
            } catch (CacheUnavailableException e) {
                if (isOverdue()) {
                    throw e;
                }
            }
            if (isOverdue()) {
                return overdue();
            }
            pause.pause(BETWEEN_LOOKS);
        }
    }

    private void note(RebuildMark mark) {
        if (mark.equals(last)) {
            return;
        }
        boolean sameBuilder = last != null && last.builder().equals(mark.builder());
        last = mark;
        lastSign = clock.instant();
        if (!sameBuilder) {
            mark.builder().ifPresent(this::noteBuilder);
        }
    }

    private void noteBuilder(String builder) {
        screen.progress((takenOn == null ? "taken on by builder " : "taken over by builder ") + builder);
        if (takenOn == null) {
            takenOn = clock.instant();
        }
    }

    private boolean isOverdue() {
        return Duration.between(lastSign, clock.instant()).compareTo(patience) > 0;
    }

    private RebuildEnd overdue() {
        Duration since = Duration.between(lastSign, clock.instant());
        return Optional.ofNullable(last)
                .flatMap(RebuildMark::builder)
                .<RebuildEnd>map(builder -> new RebuildEnd.Silent(builder, since))
                .orElseGet(() -> new RebuildEnd.NotTakenOn(since));
    }

    private RebuildEnd finished() {
        Instant now = clock.instant();
        // A quick one may have come and gone between two looks.
        Instant start = takenOn == null ? begun : takenOn;
        return new RebuildEnd.Finished(Duration.between(begun, start), Duration.between(start, now));
    }
}
