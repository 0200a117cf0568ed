package io.crowdchart.connect.jetstream;

import static io.crowdchart.connect.jetstream.TestEvents.account;
import static io.crowdchart.connect.jetstream.TestEvents.at;
import static io.crowdchart.connect.jetstream.TestEvents.created;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.connect.post.Heartbeat;
import io.crowdchart.connect.post.Microseconds;
import io.crowdchart.connect.post.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private final Clock clock = Clock.fixed(Microseconds.toInstant(at(60_000)), ZoneOffset.UTC);
    private final SourceCounts counts = new SourceCounts();
    private long nanos;

    private final Intake intake = new Intake(
            new Intake.Target("bluesky", "votes", "heartbeats", ZoneId.of("Europe/Berlin")),
            new EventParser("bluesky", new WantedCollections(List.of("app.bsky.feed.post")), clock),
            new Progress(OptionalLong.empty(), StartPosition.of("now"), at(0), Duration.ofSeconds(5)),
            new GapRule(Duration.ofHours(36)),
            new HeartbeatSchedule(Duration.ofSeconds(5)),
            new Times(clock, () -> nanos),
            counts);

    private List<SourceRecord> read(String... messages) {
        return intake.read(List.of(messages)).records();
    }

    private static long seenAt(SourceRecord heartbeat) {
        return Microseconds.of(Heartbeat.from((Struct) heartbeat.value()).seenAt());
    }

    @Test
    void posts_come_in_order_each_with_the_newest_time_so_far_as_its_offset() {
        List<SourceRecord> records = read(created(1, at(5)), created(2, at(3)), account(at(9)), created(3, at(7)));

        assertThat(records).hasSize(4);
        assertThat(records.subList(0, 3))
                .extracting(SourceRecord::key)
                .containsExactly(TestEvents.id(1), TestEvents.id(2), TestEvents.id(3));
        assertThat(records)
                .extracting(SourceRecord::sourceOffset)
                .isEqualTo(List.of(
                        Map.of("time_us", at(5)),
                        Map.of("time_us", at(5)),
                        Map.of("time_us", at(9)),
                        Map.of("time_us", at(9))));
        assertThat(records.subList(0, 3)).allSatisfy(record -> {
            assertThat(record.topic()).isEqualTo("votes");
            assertThat(record.valueSchema()).isEqualTo(Post.SCHEMA);
            assertThat(record.sourcePartition()).isEqualTo(Map.of("source", "bluesky"));
            assertThat(record.timestamp()).isNull();
        });
    }

    @Test
    void a_heartbeat_tells_the_newest_of_all_events_before_it() {
        SourceRecord heartbeat = read(created(1, at(5)), account(at(9))).get(1);

        assertThat(heartbeat.topic()).isEqualTo("heartbeats");
        assertThat(heartbeat.key()).isEqualTo("bluesky");
        assertThat(seenAt(heartbeat)).isEqualTo(at(9));
        assertThat(Heartbeat.from((Struct) heartbeat.value()).zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void there_is_no_heartbeat_before_the_first_event_and_none_while_nothing_comes() {
        assertThat(read()).isEmpty();
        assertThat(read(account(at(9)))).hasSize(1);
        nanos += Duration.ofMinutes(5).toNanos();
        assertThat(read()).isEmpty();
        assertThat(read(account(at(10)))).hasSize(1);
    }

    @Test
    void what_cannot_be_used_is_counted_and_moves_nothing() {
        assertThat(read("rubbish", created(1, 9_000_000_000_000_000_000L), "{}"))
                .isEmpty();
        assertThat(intake.read(List.of("rubbish")).heard()).isFalse();

        assertThat(counts.badEvents(BadEvent.MALFORMED)).isEqualTo(2);
        assertThat(counts.badEvents(BadEvent.FUTURE_TIME)).isEqualTo(1);
        assertThat(counts.badEvents(BadEvent.NO_ID)).isEqualTo(1);
        assertThat(seenAt(read(account(at(1))).get(0))).isEqualTo(at(1));
    }

    @Test
    void a_gap_is_looked_for_at_the_first_event_of_a_connection_only() {
        read(account(at(0)));
        read(account(at(20_000)));
        assertThat(counts.gaps.sum()).isZero();

        intake.connected();
        read("rubbish", account(at(40_000)), account(at(59_000)));

        assertThat(counts.gaps.sum()).isEqualTo(1);
        assertThat(counts.gapMillis.sum()).isEqualTo(20_000);
    }
}
