package io.crowdchart.operations.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.RebuildMark;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.operations.command.Screen;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RebuildWatchTest {

    private static final Instant START = Instant.parse("2026-11-23T06:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ByteArrayOutputStream progress = new ByteArrayOutputStream();
    private Instant now = START;

    @Test
    void a_rebuild_is_finished_when_its_mark_is_gone() throws InterruptedException {
        RebuildEnd end = watch(seconds -> {
            if (seconds < 1) {
                return asked(START);
            }
            return seconds < 4 ? mark("b1", now) : Optional.empty();
        });

        assertThat(end).isEqualTo(new RebuildEnd.Finished(Duration.ofSeconds(1), Duration.ofSeconds(3)));
        assertThat(progress.toString(StandardCharsets.UTF_8).lines()).containsExactly("taken on by builder b1");
    }

    @Test
    void a_rebuild_that_is_over_before_the_first_look_is_finished() throws InterruptedException {
        assertThat(watch(seconds -> Optional.empty())).isEqualTo(new RebuildEnd.Finished(Duration.ZERO, Duration.ZERO));
    }

    @Test
    void nobody_took_it_on_within_the_patience() throws InterruptedException {
        RebuildEnd end = watch(seconds -> asked(START));

        assertThat(end)
                .isInstanceOfSatisfying(
                        RebuildEnd.NotTakenOn.class,
                        overdue -> assertThat(overdue.waited()).isBetween(PATIENCE, PATIENCE.plusSeconds(1)));
    }

    @Test
    void a_builder_without_a_sign_of_life_is_silent_whatever_its_clock_says() throws InterruptedException {
        Instant ahead = START.plusSeconds(86_400);
        RebuildEnd end = watch(seconds -> mark("b1", seconds < 5 ? ahead.plusSeconds(seconds) : ahead));

        assertThat(end)
                .isInstanceOfSatisfying(
                        RebuildEnd.Silent.class,
                        silent -> assertThat(silent.builder()).isEqualTo("b1"));
        assertThat(Duration.between(START, now)).isBetween(Duration.ofSeconds(34), Duration.ofSeconds(37));
    }

    @Test
    void another_builder_may_take_over() throws InterruptedException {
        RebuildEnd end = watch(seconds -> {
            if (seconds < 20) {
                return mark("b1", START);
            }
            return seconds < 40 ? mark("b2", START) : Optional.empty();
        });

        assertThat(end).isEqualTo(new RebuildEnd.Finished(Duration.ZERO, Duration.ofSeconds(40)));
        assertThat(progress.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("taken on by builder b1", "taken over by builder b2");
    }

    @Test
    void a_cache_that_is_away_for_a_short_time_is_waited_for() throws InterruptedException {
        RebuildEnd end = watch(seconds -> {
            if (seconds >= 2 && seconds < 20) {
                throw new CacheUnavailableException("away", new IllegalStateException("away"));
            }
            return seconds < 22 ? mark("b1", now) : Optional.empty();
        });

        assertThat(end).isInstanceOf(RebuildEnd.Finished.class);
    }

    @Test
    void a_cache_that_stays_away_is_told() {
        assertThatThrownBy(() -> watch(seconds -> {
                    throw new CacheUnavailableException("away", new IllegalStateException("away"));
                }))
                .isInstanceOf(CacheUnavailableException.class);
    }

    private RebuildEnd watch(Function<Long, Optional<RebuildMark>> marks) throws InterruptedException {
        var screen = new Screen(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(progress, true, StandardCharsets.UTF_8),
                new BufferedReader(Reader.nullReader()),
                false);
        return new RebuildWatch(new Marks(marks), new MovedClock(), length -> now = now.plus(length), screen, PATIENCE)
                .watch();
    }

    private static Optional<RebuildMark> asked(Instant at) {
        return Optional.of(new RebuildMark(Optional.empty(), at));
    }

    private static Optional<RebuildMark> mark(String builder, Instant at) {
        return Optional.of(new RebuildMark(Optional.of(builder), at));
    }

    /** Shows the mark of the moment, by the seconds since the start; everything else is not asked for. */
    private final class Marks implements ChartWriter {

        private final Function<Long, Optional<RebuildMark>> marks;

        Marks(Function<Long, Optional<RebuildMark>> marks) {
            this.marks = marks;
        }

        @Override
        public Standing look(Collection<TopicPart> parts) {
            return new Standing(
                    Map.of(), marks.apply(Duration.between(START, now).toSeconds()));
        }

        @Override
        public void confirm(Map<TopicPart, Position> positions) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WriteResult write(ChartBatch batch) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void askForRebuild() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    /** Shows the time to which the pauses have led. */
    private final class MovedClock extends Clock {

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
}
