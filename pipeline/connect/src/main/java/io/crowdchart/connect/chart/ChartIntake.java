package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.connect.chart.PartitionCursor.Judgement;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the sink's task: records in, batches out, positions from the cache.
 *
 * <p>The protocol with Connect. A seek is carried out before the next poll, so the rest of the put in which it is asked for
 * is ignored, and the put after it brings the right records. A put that ends in a {@link RetriableException} is repeated
 * with the same records; as every failure makes all places unread, the repetition asks the cache, seeks, and ignores them.
 * That holds for a cache that comes back empty or older, too.
 */
final class ChartIntake {

    /** Idle or not, the task looks in that often: after an assignment, Connect may bring no record for long. */
    static final long WAKE_MILLIS = 500;

    private static final Logger LOGGER = LoggerFactory.getLogger(ChartIntake.class);

    private final SinkTaskContext context;
    private final ChartWriter writer;
    private final DeadLetters deadLetters;
    private final ChartSinkConfig config;
    private final IntakeCounts counts;
    private final PartitionCursors cursors = new PartitionCursors();

    ChartIntake(
            SinkTaskContext context,
            ChartWriter writer,
            DeadLetters deadLetters,
            ChartSinkConfig config,
            IntakeCounts counts) {
        this.context = context;
        this.writer = writer;
        this.deadLetters = deadLetters;
        this.config = config;
        this.counts = counts;
    }

    void open(Collection<TopicPart> parts) {
        cursors.open(parts);
        context.timeout(WAKE_MILLIS);
    }

    void close(Collection<TopicPart> parts) {
        cursors.close(parts);
    }

    /**
     * Takes records.
     *
     * @throws RetriableException if the cache cannot be used now
     */
    void put(Collection<SinkRecord> records) {
        cursors.settle();
        deadLetters.forget();
        try {
            locate();
            take(records);
        } catch (CacheUnavailableException e) {
            tryAgainLater();
            throw new RetriableException(
                    "the cache cannot be used, trying again in "
                            + config.retryBackoff().toMillis() + " ms: " + e.getMessage(),
                    e);
        } catch (RetriableException e) {
            tryAgainLater();
            throw e;
        }
        context.timeout(WAKE_MILLIS);
    }

    private void tryAgainLater() {
        cursors.forget();
        context.timeout(config.retryBackoff().toMillis());
    }

    private void locate() {
        Set<TopicPart> unread = cursors.unread();
        if (unread.isEmpty()) {
            return;
        }
        Map<TopicPart, Long> targets = cursors.seek(writer.positions(unread));
        targets.forEach((part, offset) -> {
            LOGGER.debug("{} goes on at {}", kafka(part), offset);
            context.offset(kafka(part), offset);
        });
    }

    private void take(Collection<SinkRecord> records) {
        PendingBatch batch = new PendingBatch();
        for (SinkRecord record : records) {
            TopicPart part = new TopicPart(record.topic(), record.kafkaPartition());
            Judgement judgement = cursors.judge(part, record.kafkaOffset());
            if (judgement == Judgement.WENT_BACK) {
                beginAnew(part, record.kafkaOffset());
                return;
            }
            if (judgement == Judgement.NEXT) {
                batch.passed(part, record.kafkaOffset());
                decode(record, batch);
            }
            if (batch.records() >= config.batchMaxRecords()) {
                if (!written(batch)) {
                    return;
                }
                batch = new PendingBatch();
            }
        }
        written(batch);
    }

    private void decode(SinkRecord record, PendingBatch batch) {
        try {
            batch.add(RecordDecoder.decode(record));
        } catch (BadRecordException e) {
            counts.bad(e.reason()).incrementAndGet();
            deadLetters.report(record, e);
        }
    }

    /** Whether the batch is in the cache; if not, all places were asked for anew, and the rest of the put comes again. */
    private boolean written(PendingBatch pending) {
        if (pending.isEmpty()) {
            return true;
        }
        deadLetters.await();
        ChartBatch batch = pending.from(cursors::stored);
        if (writer.write(batch) instanceof WriteResult.Refused refused) {
            counts.refused.incrementAndGet();
            LOGGER.warn(
                    "the cache is at other positions than this task, which goes there: {}", shown(refused.stored()));
            lookAgain();
            return false;
        }
        pending.next().forEach(cursors::advance);
        count(pending, batch);
        return true;
    }

    private void count(PendingBatch pending, ChartBatch batch) {
        int votes = batch.votes().values().stream().mapToInt(Map::size).sum();
        counts.records.addAndGet(pending.records());
        counts.batches.incrementAndGet();
        counts.changes.addAndGet(votes + batch.titles().size() + batch.pulses().size());
        batch.pulses()
                .values()
                .forEach(pulse -> counts.newestPulseMicros.accumulateAndGet(pulse.seenAtMicros(), Math::max));
    }

    /**
     * Connect went to the stored position, and what comes is before it: the topic was made anew or lost its end. It is read
     * from its beginning; songs that are no longer in it keep their votes until the charts are made anew.
     */
    private void beginAnew(TopicPart part, long offset) {
        LOGGER.warn(
                "{} has records at {}, before the position {} that the cache has: the topic was made anew or cut; it is"
                        + " read from its beginning",
                kafka(part),
                offset,
                cursors.stored(part).orElse(PartitionCursor.BEGINNING));
        counts.begunAnew.incrementAndGet();
        writer.reposition(Collections.singletonMap(part, null));
        lookAgain();
    }

    private void lookAgain() {
        cursors.forget();
        locate();
    }

    /**
     * What Connect may commit: the positions that are in the cache, as far as Connect has come itself.
     *
     * @param current where Connect is
     */
    Map<TopicPartition, OffsetAndMetadata> stored(Map<TopicPartition, OffsetAndMetadata> current) {
        Map<TopicPart, Long> known = cursors.known();
        Map<TopicPartition, OffsetAndMetadata> stored = new HashMap<>();
        current.forEach((partition, consumed) -> {
            Long position = known.get(new TopicPart(partition.topic(), partition.partition()));
            // Just after an assignment Connect may be behind the cache: the seek is yet to come.
            if (position != null && position <= consumed.offset()) {
                stored.put(partition, new OffsetAndMetadata(position));
            }
        });
        return stored;
    }

    private static TopicPartition kafka(TopicPart part) {
        return new TopicPartition(part.topic(), part.partition());
    }

    private static Map<TopicPartition, Long> shown(Map<TopicPart, Long> positions) {
        Map<TopicPartition, Long> shown = new HashMap<>();
        positions.forEach((part, position) -> shown.put(kafka(part), position));
        return shown;
    }
}
