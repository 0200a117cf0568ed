package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.Stretch;
import io.crowdchart.connect.chart.topics.TopicRead;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One rebuild at work, step by step. A step reads for a short time, or makes a call; only one that needs the cache waits for the
 * batch that is on its way there.
 *
 * <p>Where to read to is asked for after the mark was set: from then on nobody writes, so nothing that the cache had confirmed
 * is behind that. Before the swap the topics are asked for once more: what was read must be what they are.
 */
final class RebuildWork implements AutoCloseable {

    /** How a step ended. */
    enum Step {
        /** There is more to do. */
        MORE,
        /** There is more to do, and nothing to do it with yet. */
        MORE_SOON,
        /** The new charts are in place. */
        DONE,
        /** Somebody else is at work, or the topics or the cache changed on the way: look again. */
        LOST
    }

    /** How long a step reads. */
    static final Duration SLICE = Duration.ofMillis(400);

    /** After so long at the same places, something is wrong. Places without records are progress, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOGGER = LoggerFactory.getLogger(RebuildWork.class);

    private final ChartTopics topics;
    private final ChartRebuild rebuild;
    private final TopicsNow begin;
    private final RebuildRecords records;
    private final RebuildBatches batches;
    private final Clock clock;
    private final Instant begun;
    private @Nullable CompletableFuture<TopicsNow> asked;
    private Map<TopicPart, Position> ends = Map.of();
    private @Nullable TopicRead read;
    private boolean reading = true;
    private Instant lastProgress;
    private long lastReached = -1;

    /**
     * A rebuild that was just taken on.
     *
     * @param begin where its partitions begin
     * @param executor adds batches; nothing else is done with the cache meanwhile
     */
    RebuildWork(
            ChartTopics topics,
            ChartRebuild rebuild,
            TopicsNow begin,
            RebuildRecords records,
            Executor executor,
            Clock clock) {
        this.topics = topics;
        this.rebuild = rebuild;
        this.begin = begin;
        this.records = records;
        this.batches = new RebuildBatches(rebuild, executor, clock);
        this.clock = clock;
        this.begun = clock.instant();
        this.lastProgress = begun;
        this.asked = topics.ask();
    }

    /** The positions that the charts have after it. */
    Map<TopicPart, Position> ends() {
        return ends;
    }

    /** How many records came so far. */
    long records() {
        return records.count();
    }

    Duration since() {
        return Duration.between(begun, clock.instant());
    }

    /**
     * Does the next bit.
     *
     * @throws CacheUnavailableException if the cache cannot be used now: give it up
     * @throws TopicsUnavailableException if Kafka cannot be used now: give it up
     */
    Step step() {
        if (read != null) {
            return readOn(read);
        }
        if (!records.areReported()) {
            return waitOn();
        }
        if (asked == null) {
            asked = topics.ask();
        }
        Arrival arrival = Arrival.of(asked);
        if (arrival.isPending()) {
            return waitOn();
        }
        TopicsNow now = arrival.get();
        if (!isSameAsAtBegin(now)) {
            LOGGER.info("the topics changed while they were read");
            return Step.LOST;
        }
        if (!reading) {
            return finish(now);
        }
        readTo(now);
        return Step.MORE;
    }

    private Step waitOn() {
        return batches.showSign() ? Step.MORE_SOON : Step.LOST;
    }

    private void readTo(TopicsNow now) {
        Map<TopicPart, Stretch> stretches = new HashMap<>();
        Map<TopicPart, Position> last = new HashMap<>();
        now.parts().forEach((part, is) -> {
            last.put(part, is.last());
            Stretch stretch = new Stretch(start(part).start(), is.end());
            if (!stretch.isEmpty()) {
                stretches.put(part, stretch);
            }
        });
        ends = Map.copyOf(last);
        reading = false;
        lastProgress = clock.instant();
        asked = null;
        if (!stretches.isEmpty()) {
            read = topics.read(stretches);
        }
    }

    private Step readOn(TopicRead from) {
        Instant sliceEnd = clock.instant().plus(SLICE);
        do {
            List<SinkRecord> some = from.next(Duration.ofMillis(100));
            for (SinkRecord record : some) {
                if (!batches.add(records.take(record))) {
                    return Step.LOST;
                }
            }
            if (from.isDone()) {
                from.close();
                read = null;
                return batches.add(records.rest()) ? Step.MORE : Step.LOST;
            }
            if (from.reached() != lastReached) {
                lastReached = from.reached();
                lastProgress = clock.instant();
            }
        } while (clock.instant().isBefore(sliceEnd));
        requireProgress();
        return batches.showSign() ? Step.MORE : Step.LOST;
    }

    private void requireProgress() {
        if (clock.instant().isAfter(lastProgress.plus(PATIENCE))) {
            throw new TopicsUnavailableException(
                    "the topics were not read on for " + PATIENCE.toSeconds() + " seconds",
                    new IllegalStateException());
        }
    }

    private Step finish(TopicsNow now) {
        boolean tooLong = now.parts().values().stream().anyMatch(part -> Judge.isTooOld(begun, part, clock.instant()));
        if (tooLong) {
            LOGGER.warn(
                    "making the charts anew took {}: null values may be gone that were not read; beginning again",
                    since());
            return Step.LOST;
        }
        if (!batches.isArrived()) {
            return Step.LOST;
        }
        if (records.passedOver() > 0) {
            LOGGER.info(
                    "{} records that cannot be used were passed over; they were reported before", records.passedOver());
        }
        return rebuild.finish(ends) ? Step.DONE : Step.LOST;
    }

    /** Whether they have the partitions, ids and beginnings that they had. */
    private boolean isSameAsAtBegin(TopicsNow now) {
        return now.missing().isEmpty()
                && now.parts().keySet().equals(begin.parts().keySet())
                && now.parts().entrySet().stream().allMatch(entry -> {
                    PartNow is = entry.getValue();
                    PartNow was = start(entry.getKey());
                    return is.topicId().equals(was.topicId()) && is.start() == was.start() && is.end() >= was.end();
                });
    }

    private PartNow start(TopicPart part) {
        return Objects.requireNonNull(begin.parts().get(part), () -> "a rebuild of nothing known: " + part);
    }

    /** Gives it up; whether the cache could be told. */
    boolean abandon() {
        // First of all: the cache serves one call at a time.
        boolean added = batches.settle();
        LOGGER.debug("a rebuild is given up, its last batch was added: {}", added);
        close();
        try {
            rebuild.abandon();
            return true;
        } catch (CacheUnavailableException e) {
            LOGGER.debug("the cache could not be told that a rebuild was given up", e);
            return false;
        }
    }

    /** Ends the reading. */
    @Override
    public void close() {
        if (read != null) {
            read.close();
            read = null;
        }
    }
}
