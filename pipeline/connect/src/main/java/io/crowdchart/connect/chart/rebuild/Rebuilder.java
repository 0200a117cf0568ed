package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes rebuilds on, one at a time, and tells the log and the metrics what becomes of them. */
final class Rebuilder {

    static final Duration AT_ONCE = Duration.ofMillis(1);

    private static final Duration SOON = Duration.ofMillis(10);

    /** After a rebuild that was lost, the next one is begun no sooner; after every further one twice as late. */
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(200);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final Logger LOGGER = LoggerFactory.getLogger(Rebuilder.class);

    private final ChartWriter writer;
    private final ChartTopics topics;
    private final DeadLetters deadLetters;
    private final RebuildCounts counts;
    private final Executor executor;
    private final Clock clock;
    private @Nullable RebuildWork work;
    private Set<RebuildReason> reasons = Set.of();
    private boolean leftMark;
    private Duration nextPause = SHORTEST_PAUSE;
    private Instant notBefore = Instant.EPOCH;

    Rebuilder(
            ChartWriter writer,
            ChartTopics topics,
            DeadLetters deadLetters,
            RebuildCounts counts,
            Executor executor,
            Clock clock) {
        this.writer = writer;
        this.topics = topics;
        this.deadLetters = deadLetters;
        this.counts = counts;
        this.executor = executor;
        this.clock = clock;
    }

    /**
     * How far a rebuild is.
     *
     * @param ends the positions of the new charts; empty if it goes on, or was lost
     * @param again when to take the next step
     */
    record Progress(Map<TopicPart, Position> ends, Duration again) {}

    boolean isAtWork() {
        return work != null;
    }

    /** Whether the mark of a builder may be that of an earlier rebuild here, which the cache was not told about. */
    boolean mayHaveLeftMark() {
        return leftMark;
    }

    /**
     * Takes a rebuild on.
     *
     * @param verdicts why; empty if it was asked for
     * @param reported up to where bad records are known to be reported
     * @return false if another builder is at work, or the last rebuild was lost only just now
     */
    boolean begin(TopicsNow now, Map<TopicPart, RebuildReason> verdicts, Map<TopicPart, Position> reported) {
        if (clock.instant().isBefore(notBefore)) {
            return false;
        }
        Map<TopicPart, Position> starts = new HashMap<>();
        now.parts().forEach((part, is) -> starts.put(part, is.first()));
        // Until there is an answer, the mark may have been set.
        leftMark = true;
        Optional<ChartRebuild> taken = writer.rebuild(starts);
        leftMark = false;
        if (taken.isEmpty()) {
            return false;
        }
        reasons = verdicts.isEmpty() ? EnumSet.of(RebuildReason.ASKED) : EnumSet.copyOf(verdicts.values());
        LOGGER.info("the charts are made anew: {}", verdicts.isEmpty() ? "asked for" : shown(verdicts));
        counts.setAtWork(true);
        var records = new RebuildRecords(starts, reported, deadLetters.others(), counts);
        work = new RebuildWork(topics, taken.get(), now, records, executor, clock);
        return true;
    }

    private static String shown(Map<TopicPart, RebuildReason> verdicts) {
        return verdicts.entrySet().stream()
                .map(verdict ->
                        verdict.getKey().topic() + "-" + verdict.getKey().partition() + " is "
                                + verdict.getValue().tag())
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** Takes the next step of the rebuild at work. Whatever is thrown, the rebuild is given up. */
    Progress step() {
        if (work == null) {
            throw new IllegalStateException("no rebuild is at work");
        }
        try {
            return after(work, work.step());
        } catch (RuntimeException e) {
            giveUp();
            throw e;
        }
    }

    private Progress after(RebuildWork current, RebuildWork.Step step) {
        return switch (step) {
            case MORE -> new Progress(Map.of(), AT_ONCE);
            case MORE_SOON -> new Progress(Map.of(), SOON);
            case LOST -> {
                LOGGER.info("the rebuild was lost after {} ms", current.since().toMillis());
                giveUp();
                yield new Progress(Map.of(), pause());
            }
            case DONE -> {
                LOGGER.info(
                        "the charts are new: {} records in {} ms",
                        current.records(),
                        current.since().toMillis());
                counts.addFinished(reasons, current.since());
                over();
                nextPause = SHORTEST_PAUSE;
                yield new Progress(current.ends(), AT_ONCE);
            }
        };
    }

    private Duration pause() {
        Duration pause = nextPause;
        notBefore = clock.instant().plus(pause);
        Duration twice = pause.multipliedBy(2);
        nextPause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
        return pause;
    }

    /** Gives up the rebuild at work, if there is one. */
    void giveUp() {
        if (work != null) {
            RebuildWork given = work;
            over();
            leftMark = !given.abandon();
        }
    }

    private void over() {
        work = null;
        counts.setAtWork(false);
    }
}
