package io.crowdchart.operations.doctor;

import io.crowdchart.operations.command.HumanTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Records that a step has not read yet. The difference of offsets would not tell: the markers of transactions have offsets
 * too, and nobody reads them.
 *
 * @param records how many
 * @param complete whether all were counted; there may be more otherwise
 * @param oldest the time of the oldest one
 */
record Backlog(long records, boolean complete, Optional<Instant> oldest) {

    /** Counts records. */
    static final class Count {

        private long records;
        private long oldest = Long.MAX_VALUE;

        void add(ConsumerRecord<byte[], byte[]> record) {
            records++;
            oldest = Math.min(oldest, record.timestamp());
        }

        Backlog result(boolean complete) {
            return new Backlog(
                    records, complete, records == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(oldest)));
        }
    }

    /** How long the oldest one has been waiting. */
    Duration age(Instant now) {
        return oldest.map(time -> Duration.between(time, now)).orElse(Duration.ZERO);
    }

    /** For the operator. */
    String words(Instant now) {
        if (records == 0 && complete) {
            return "nothing unread";
        }
        return (complete ? "" : "at least ") + records + " unread, the oldest from " + HumanTime.of(age(now)) + " ago";
    }
}
