package io.crowdchart.connect.jetstream;

import static io.crowdchart.connect.jetstream.TestEvents.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlaceInStreamTest {

    private static final Duration REWIND = Duration.ofSeconds(5);
    private static final long NOW = at(1_000_000);

    private static Progress progress(OptionalLong stored, String start) {
        return new Progress(stored, StartPosition.of(start), NOW, REWIND);
    }

    @Nested
    class The_next_cursor {

        @Test
        void is_the_newest_time_less_the_rewind() {
            Progress progress = progress(OptionalLong.of(at(10_000)), "now");

            assertThat(progress.nextCursor()).hasValue(at(5_000));
            progress.handedOut(at(20_000));
            progress.handedOut(at(15_000));
            assertThat(progress.newest()).hasValue(at(20_000));
            assertThat(progress.nextCursor()).hasValue(at(15_000));
        }

        @Test
        void is_none_at_the_very_first_start_and_the_start_time_if_that_connection_brings_nothing() {
            Progress progress = progress(OptionalLong.empty(), "now");

            assertThat(progress.nextCursor()).isEmpty();
            assertThat(progress.nextCursor()).hasValue(NOW - 5_000_000);
        }

        @Test
        void is_the_wanted_start_only_while_nothing_is_known() {
            assertThat(progress(OptionalLong.empty(), "earliest").nextCursor()).hasValue(1_000_000_000_000_000L);
            assertThat(progress(OptionalLong.empty(), String.valueOf(at(7))).nextCursor())
                    .hasValue(at(7));
            assertThat(progress(OptionalLong.of(at(10_000)), "earliest").nextCursor())
                    .hasValue(at(5_000));
        }

        @Test
        void never_falls_below_the_smallest_time() {
            assertThat(progress(OptionalLong.of(1_000_000_000_000_001L), "now").nextCursor())
                    .hasValue(1_000_000_000_000_000L);
        }
    }

    @Nested
    class A_gap {

        private final GapRule rule = new GapRule(Duration.ofHours(36));

        @Test
        void is_there_if_the_newest_known_event_does_not_come_again() {
            Progress known = progress(OptionalLong.of(at(10_000)), "now");

            assertThat(rule.before(at(5_000), known, NOW)).isZero();
            assertThat(rule.before(at(10_000), known, NOW)).isZero();
            assertThat(rule.before(at(15_000), known, NOW)).isZero();
            assertThat(rule.before(at(15_001), known, NOW)).isEqualTo(Duration.ofMillis(5_001));
        }

        @Test
        void is_not_there_where_nothing_was_known_to_be() {
            assertThat(rule.before(NOW, progress(OptionalLong.empty(), "now"), NOW))
                    .isZero();
            assertThat(rule.before(NOW, progress(OptionalLong.empty(), "earliest"), NOW))
                    .isZero();
            assertThat(rule.before(NOW, progress(OptionalLong.empty(), String.valueOf(at(0))), NOW))
                    .isZero();
        }

        @Test
        void is_there_if_a_start_is_asked_for_that_is_older_than_what_servers_keep() {
            long dayOld = NOW - TimeUnit.HOURS.toMicros(24);
            long weekOld = NOW - TimeUnit.DAYS.toMicros(7);

            assertThat(rule.before(NOW, progress(OptionalLong.empty(), String.valueOf(dayOld)), NOW))
                    .isZero();
            assertThat(rule.before(NOW, progress(OptionalLong.empty(), String.valueOf(weekOld)), NOW))
                    .isEqualTo(Duration.ofDays(7));
        }
    }

    @Nested
    class A_heartbeat {

        private final HeartbeatSchedule schedule = new HeartbeatSchedule(Duration.ofSeconds(5));

        private boolean due(long newest, long millis) {
            // A feed of the past: always far behind the present.
            return schedule.isDue(newest, at(0) + TimeUnit.DAYS.toMicros(9), TimeUnit.MILLISECONDS.toNanos(millis));
        }

        @Test
        void is_due_at_once_and_then_once_an_interval_if_the_time_has_advanced() {
            assertThat(due(at(1), 0)).isTrue();
            assertThat(due(at(2), 4_999)).isFalse();
            assertThat(due(at(2), 5_000)).isTrue();
            assertThat(due(at(2), 60_000)).isFalse();
            assertThat(due(at(1), 60_000)).isFalse();
            assertThat(due(at(3), 60_001)).isTrue();
        }

        @Test
        void is_due_at_the_first_event_of_a_connection() {
            assertThat(due(at(1), 0)).isTrue();
            schedule.connected();
            assertThat(due(at(1), 1)).isFalse();
            assertThat(due(at(2), 2)).isTrue();
            assertThat(due(at(3), 3)).isFalse();
        }

        @Test
        void is_due_when_the_present_is_reached() {
            assertThat(schedule.isDue(at(0), at(60_000), 0)).isTrue();
            assertThat(schedule.isDue(at(54_000), at(60_001), 1)).isFalse();
            assertThat(schedule.isDue(at(60_000), at(60_002), 2)).isTrue();
            assertThat(schedule.isDue(at(60_001), at(60_003), 3)).isFalse();
        }

        @Test
        void tells_the_stored_time_again_after_a_restart_because_a_post_may_have_stored_it() {
            assertThat(due(at(10), 0)).isTrue();
            assertThat(due(at(10), 1)).isFalse();
            assertThat(due(at(11), 5_000)).isTrue();
        }
    }

    @Test
    void pauses_double_up_to_a_limit_are_cut_by_up_to_a_half_and_start_again_after_success() {
        var backoff = new Backoff(Duration.ofMillis(100), Duration.ofMillis(1_000), new Random(1));

        for (long limit : new long[] {100, 200, 400, 800, 1_000, 1_000}) {
            assertThat(backoff.next()).isBetween(Duration.ofMillis(limit / 2), Duration.ofMillis(limit));
        }
        backoff.reset();
        assertThat(backoff.next()).isLessThanOrEqualTo(Duration.ofMillis(100));
    }
}
