package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.post.Heartbeat;
import io.crowdchart.connect.post.Microseconds;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.post.PostEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes records of messages: posts in the order in which they came, and heartbeats behind them. */
final class Intake {

    private static final Logger LOGGER = LoggerFactory.getLogger(Intake.class);

    /**
     * What came of some messages.
     *
     * @param heard whether any of them was an event that can be used
     */
    record Taken(List<SourceRecord> records, boolean heard) {}

    /** Where records go. */
    record Target(String source, String postTopic, String heartbeatTopic, ZoneId zone) {}

    private final Target target;
    private final EventParser parser;
    private final Progress progress;
    private final GapRule gapRule;
    private final HeartbeatSchedule schedule;
    private final Times times;
    private final SourceCounts counts;
    private boolean firstOfConnection;

    Intake(
            Target target,
            EventParser parser,
            Progress progress,
            GapRule gapRule,
            HeartbeatSchedule schedule,
            Times times,
            SourceCounts counts) {
        this.target = target;
        this.parser = parser;
        this.progress = progress;
        this.gapRule = gapRule;
        this.schedule = schedule;
        this.times = times;
        this.counts = counts;
    }

    /** The messages that follow are those of another connection. */
    void connected() {
        firstOfConnection = true;
    }

    /** The records of some messages, and a heartbeat if one is due. */
    Taken read(List<String> messages) {
        boolean heard = false;
        List<SourceRecord> records = new ArrayList<>(messages.size() + 1);
        for (String message : messages) {
            Parsed parsed = parser.parse(message);
            if (parsed instanceof Parsed.Event event) {
                take(event, records);
                heard = true;
            } else if (parsed instanceof Parsed.Bad bad) {
                counts.bad(bad.reason());
                LOGGER.debug("A message could not be used: {}", bad.reason());
            }
        }
        addHeartbeat(records);
        return new Taken(records, heard);
    }

    private void take(Parsed.Event event, List<SourceRecord> records) {
        counts.events.increment();
        if (firstOfConnection) {
            firstOfConnection = false;
            schedule.connected();
            lookForGap(event.timeUs());
        }
        // A time a little ahead of us is a clock that is wrong; kept, it would leave a gap behind the next connection.
        progress.handedOut(Math.min(event.timeUs(), times.nowUs()));
        event.post().ifPresent(post -> {
            counts.posts.increment();
            if (post.event() == PostEvent.DELETED) {
                counts.deletions.increment();
            }
            records.add(record(target.postTopic(), post.id(), Post.SCHEMA, post.toStruct()));
        });
    }

    private void lookForGap(long timeUs) {
        Duration gap = gapRule.before(timeUs, progress, times.nowUs());
        if (!gap.isZero()) {
            counts.gap(gap);
            LOGGER.warn("Jetstream no longer has the posts of {} s: votes of that time are missing", gap.toSeconds());
        }
    }

    private void addHeartbeat(List<SourceRecord> records) {
        OptionalLong newest = progress.newest();
        if (newest.isPresent() && schedule.isDue(newest.getAsLong(), times.nowUs(), times.nanos())) {
            counts.heartbeats.increment();
            var heartbeat = new Heartbeat(Microseconds.toInstant(newest.getAsLong()), target.zone());
            records.add(record(target.heartbeatTopic(), target.source(), Heartbeat.SCHEMA, heartbeat.toStruct()));
        }
    }

    private SourceRecord record(String topic, String key, Schema schema, Object value) {
        var offset = new SourceOffset(progress.newest().orElseThrow());
        return new SourceRecord(
                SourceOffset.partition(target.source()),
                offset.toMap(),
                topic,
                null,
                Schema.STRING_SCHEMA,
                key,
                schema,
                value);
    }
}
