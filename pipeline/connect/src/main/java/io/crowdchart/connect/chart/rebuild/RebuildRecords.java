package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.record.BadRecordException;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.record.PendingBatch;
import io.crowdchart.connect.chart.record.RecordDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The records of a rebuild on their way into its batches.
 *
 * <p>A position passes a bad record only after that was reported. So those before a position that some task had reached are
 * with the dead letters already and are passed over; the others are reported now.
 */
final class RebuildRecords {

    /** Large batches, since nobody reads charts in the making; well below {@link ChartBatch#MAX_CHANGES}. */
    static final int BATCH_RECORDS = 20_000;

    private final Map<TopicPart, Position> reached;
    private final Map<TopicPart, Position> reported;
    private final DeadLetters deadLetters;
    private final RebuildCounts counts;
    private PendingBatch pending = new PendingBatch();
    private long count;
    private long passedOver;

    /**
     * Records of a rebuild.
     *
     * @param starts where each partition begins
     * @param reported up to where bad records are known to be reported; of a topic with another id it means nothing
     */
    RebuildRecords(
            Map<TopicPart, Position> starts,
            Map<TopicPart, Position> reported,
            DeadLetters deadLetters,
            RebuildCounts counts) {
        this.reached = new HashMap<>(starts);
        this.reported = Map.copyOf(reported);
        this.deadLetters = deadLetters;
        this.counts = counts;
    }

    /** Takes a record; a batch is ready from time to time. */
    Optional<ChartBatch> take(SinkRecord record) {
        TopicPart part = new TopicPart(record.topic(), record.kafkaPartition());
        pending.passed(part, record.kafkaOffset());
        count++;
        try {
            pending.add(RecordDecoder.decode(record));
        } catch (BadRecordException e) {
            if (isReported(part, record.kafkaOffset())) {
                passedOver++;
            } else {
                deadLetters.report(record, e);
            }
        }
        return pending.records() < BATCH_RECORDS ? Optional.empty() : rest();
    }

    /** What is left. */
    Optional<ChartBatch> rest() {
        if (pending.isEmpty()) {
            return Optional.empty();
        }
        ChartBatch batch = pending.from(this::reached);
        batch.advances().forEach((part, step) -> reached.put(part, step.reached()));
        counts.read(batch.pulses().values());
        pending = new PendingBatch();
        return Optional.of(batch);
    }

    /** How many came. */
    long count() {
        return count;
    }

    /** How many could not be used, and were reported before. */
    long passedOver() {
        return passedOver;
    }

    /** Whether all reports of those that cannot be used are safe by now. */
    boolean areReported() {
        return deadLetters.areSafe();
    }

    private boolean isReported(TopicPart part, long offset) {
        Position known = reported.get(part);
        return known != null && known.topicId().equals(reached(part).topicId()) && offset < known.offset();
    }

    private Position reached(TopicPart part) {
        return Objects.requireNonNull(reached.get(part), () -> "a record of a partition that is not read: " + part);
    }
}
