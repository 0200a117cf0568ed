package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.connect.chart.PartitionCursor.Judgement;
import io.crowdchart.connect.chart.rebuild.Care;
import io.crowdchart.connect.chart.rebuild.Caretaker;
import io.crowdchart.connect.chart.record.BadRecordException;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.record.PendingBatch;
import io.crowdchart.connect.chart.record.RecordDecoder;
import io.crowdchart.connect.chart.topics.CommittedPositions;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The work of the sink's task: records in, batches out, positions from the cache.
 *
 * <p>The protocol with Connect. A seek is carried out before the next poll, so the rest of the put in which it is asked for
 * is ignored, and the put after it brings the right records. A put that ends in a {@link RetriableException} is repeated
 * with the same records; as every failure makes all places unread, the repetition finds them again, seeks, and ignores
 * them. Records that come while the charts are in doubt or made anew are ignored in the same way.
 */
final class ChartIntake {

    private static final Logger LOGGER = LoggerFactory.getLogger(ChartIntake.class);

    private final ConnectConsumer consumer;
    private final ChartWriter writer;
    private final Caretaker caretaker;
    private final DeadLetters deadLetters;
    private final ChartSinkConfig config;
    private final IntakeCounts counts;
    private final PartitionCursors cursors = new PartitionCursors();

    ChartIntake(
            ConnectConsumer consumer,
            ChartWriter writer,
            Caretaker caretaker,
            DeadLetters deadLetters,
            ChartSinkConfig config,
            IntakeCounts counts) {
        this.consumer = consumer;
        this.writer = writer;
        this.caretaker = caretaker;
        this.deadLetters = deadLetters;
        this.config = config;
        this.counts = counts;
    }

    void open(Collection<TopicPart> parts) {
        caretaker.doubt();
        cursors.open(parts);
        consumer.opened(parts);
        consumer.wakeIn(Duration.ofMillis(1));
    }

    void close(Collection<TopicPart> parts) {
        caretaker.leave(parts);
        cursors.close(parts);
        consumer.closed(parts);
    }

    /** Gives up what is at work. */
    void stop() {
        caretaker.close();
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
            Care care = caretaker.attend(cursors.open(), cursors.unread());
            consumer.wakeIn(care.again());
            if (care instanceof Care.GoOn goOn) {
                goOn(goOn, records);
            } else {
                cursors.forget();
                consumer.pause(cursors.open());
            }
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
    }

    private void tryAgainLater() {
        cursors.forget();
        caretaker.doubt();
        consumer.wakeIn(config.retryBackoff());
    }

    private void goOn(Care.GoOn care, Collection<SinkRecord> records) {
        cursors.seek(care.found()).forEach((part, position) -> {
            LOGGER.debug("{} goes on at {}", part, position);
            consumer.seek(part, position.offset());
        });
        consumer.resume(cursors.read());
        take(records, care.resting());
    }

    private void take(Collection<SinkRecord> records, Map<TopicPart, Advance> resting) {
        PendingBatch batch = new PendingBatch();
        for (SinkRecord record : records) {
            TopicPart part = new TopicPart(record.topic(), record.kafkaPartition());
            Judgement judgement = cursors.judge(part, record.kafkaOffset());
            if (judgement == Judgement.WENT_BACK) {
                makeAnew(part, record.kafkaOffset());
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
        pass(resting, batch);
        written(batch);
    }

    /** Partitions that are still where there was found to be nothing more are brought to their ends. */
    private void pass(Map<TopicPart, Advance> resting, PendingBatch batch) {
        resting.forEach((part, step) -> {
            if (cursors.isReading(part)
                    && cursors.stored(part).filter(step.from()::equals).isPresent()) {
                batch.nothingBefore(part, step.to());
            }
        });
    }

    private void decode(SinkRecord record, PendingBatch batch) {
        try {
            batch.add(RecordDecoder.decode(record));
        } catch (BadRecordException e) {
            deadLetters.report(record, e);
        }
    }

    /** Whether the batch is in the cache; if not, all places are to be found again, and the rest of the put comes again. */
    private boolean written(PendingBatch pending) {
        if (pending.isEmpty()) {
            return true;
        }
        deadLetters.await();
        ChartBatch batch = pending.from(part -> cursors.stored(part).orElseThrow());
        if (writer.write(batch) instanceof WriteResult.Refused refused) {
            counts.refused.incrementAndGet();
            LOGGER.warn("the cache refused a batch, it is at {}", refused.stored());
            lookAgain();
            return false;
        }
        batch.advances().forEach((part, step) -> {
            cursors.advance(part, step.to());
            caretaker.acknowledge(part, step.reached());
        });
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

    /** Connect went to the stored position, and what comes is before it: the topic was made anew or lost its end. */
    private void makeAnew(TopicPart part, long offset) {
        LOGGER.warn(
                "{} has records at {}, before the position {} that the cache has: the topic was made anew or cut",
                part,
                offset,
                cursors.stored(part).orElseThrow());
        writer.askForRebuild();
        lookAgain();
    }

    private void lookAgain() {
        cursors.forget();
        caretaker.doubt();
        consumer.wakeIn(Duration.ofMillis(1));
    }

    /**
     * What Connect may commit: the positions that are in the cache, as far as Connect has come itself. Nothing while one of
     * them is not known: in its place Connect would commit an offset without the id of its topic.
     *
     * @param current where Connect is
     */
    Map<TopicPartition, OffsetAndMetadata> stored(Map<TopicPartition, OffsetAndMetadata> current) {
        if (!cursors.unread().isEmpty()) {
            return Map.of();
        }
        Map<TopicPartition, OffsetAndMetadata> stored = new HashMap<>();
        current.forEach((partition, consumed) -> cursors.stored(new TopicPart(partition.topic(), partition.partition()))
                .ifPresent(position -> stored.put(partition, upTo(position, consumed.offset()))));
        return stored;
    }

    /** Connect is behind the cache before a seek, and where the cache has passed places without records. */
    private static OffsetAndMetadata upTo(Position position, long consumed) {
        return CommittedPositions.written(position.at(Math.min(position.offset(), consumed)));
    }
}
