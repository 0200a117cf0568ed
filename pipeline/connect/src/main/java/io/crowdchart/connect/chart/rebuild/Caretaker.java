package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Takes care that the charts can be trusted: looks every second, judges what it sees, and makes the charts anew if need be.
 * One thread, at the beginning of every put.
 *
 * <p>A partition that was just given to the task, or about which something went wrong, is written only after a look has found
 * it sound. In the others the work goes on while Kafka is asked.
 */
public final class Caretaker implements AutoCloseable {

    /** Idle or not, a task must be here that often. */
    public static final Duration WAKE = Duration.ofMillis(250);

    private static final Duration LOOK_EVERY = Duration.ofMillis(750);
    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration OTHERS = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** A task that was last here so long ago may have been frozen since. How long Kafka takes to answer is no matter. */
    private static final Duration FROZEN = Duration.ofSeconds(10);

    private final ChartWriter writer;
    private final ChartTopics topics;
    private final Clock clock;
    private final Memory memory = new Memory();
    private final TopicsWatch watch = new TopicsWatch();
    private final Builders builders;
    private final Confirmation confirmation;
    private final Rebuilder rebuilder;
    private final Reports reports = new Reports();
    private Instant lastHere = Instant.EPOCH;
    private Instant lastLook = Instant.EPOCH;
    private @Nullable Inspection inspection;

    /**
     * Takes care of the charts of a task.
     *
     * @param executor adds batches to charts in the making while the task reads on
     */
    public Caretaker(
            ChartWriter writer,
            ChartTopics topics,
            DeadLetters deadLetters,
            RebuildCounts counts,
            Executor executor,
            Clock clock) {
        this.writer = writer;
        this.topics = topics;
        this.clock = clock;
        this.builders = new Builders(clock);
        this.confirmation = new Confirmation(writer, topics, clock);
        this.rebuilder = new Rebuilder(writer, topics, deadLetters, counts, executor, clock);
    }

    /** The cache has confirmed a position. */
    public void acknowledge(TopicPart part, Position position) {
        memory.acknowledge(part, position);
    }

    /** The partitions changed, or something went wrong: what is known is not worth anything, a rebuild is given up. */
    public void doubt() {
        inspection = null;
        confirmation.close();
        rebuilder.giveUp();
    }

    /** Partitions are not the task's any more. */
    public void leave(Collection<TopicPart> parts) {
        doubt();
        memory.leave(parts);
    }

    /**
     * Does what is to be done now: a look, or a step of a rebuild. That takes as long as a few calls of the cache and a slice of
     * reading; the end of a rebuild waits for its last batch, too.
     *
     * @param parts all partitions of the task
     * @param unknown those of them whose place is to be found
     * @throws io.crowdchart.cache.CacheUnavailableException if the cache cannot be used now
     */
    public Care attend(Set<TopicPart> parts, Set<TopicPart> unknown) {
        Instant now = clock.instant();
        boolean frozen = now.isAfter(lastHere.plus(FROZEN)) && !unknown.containsAll(parts);
        lastHere = now;
        boolean rebuilding = rebuilder.isAtWork();
        try {
            if (rebuilding) {
                return rebuildOn(parts);
            }
            return frozen ? lookAnew(parts) : lookOn(parts, unknown);
        } catch (TopicsUnavailableException e) {
            watch.silent(e);
            doubt();
            return rebuilding ? new Care.Wait(AGAIN) : goOn(Map.of(), WAKE);
        }
    }

    private Care rebuildOn(Set<TopicPart> parts) {
        Rebuilder.Progress progress = rebuilder.step();
        if (progress.ends().isEmpty()) {
            return new Care.Wait(progress.again());
        }
        Map<TopicPart, Position> ends = progress.ends();
        memory.beginAnew(ends);
        reports.settle(ends.keySet());
        Map<TopicPart, Position> found = new HashMap<>(ends);
        found.keySet().retainAll(parts);
        return goOn(found, progress.again());
    }

    /** Whatever was known before is old by now. */
    private Care lookAnew(Set<TopicPart> parts) {
        confirmation.close();
        inspection = begun(parts, parts);
        return new Care.Wait(SOON);
    }

    private Inspection begun(Set<TopicPart> parts, Set<TopicPart> unknown) {
        lastLook = clock.instant();
        return Inspection.begin(writer, topics, memory, parts, unknown);
    }

    private Care lookOn(Set<TopicPart> parts, Set<TopicPart> unknown) {
        if (inspection == null) {
            if (unknown.isEmpty() && clock.instant().isBefore(lastLook.plus(LOOK_EVERY))) {
                return goOn(Map.of(), WAKE);
            }
            inspection = begun(parts, unknown);
        }
        if (inspection.answer().isPending()) {
            return goOn(Map.of(), SOON);
        }
        Inspection over = inspection;
        inspection = null;
        return judged(over, over.answer().get());
    }

    private Care judged(Inspection over, TopicsNow now) {
        watch.answered(now);
        Standing standing = over.standing();
        if (builders.isAtWork(standing.rebuild()) && !rebuilder.mayHaveLeftMark()) {
            return new Care.Wait(OTHERS);
        }
        Map<TopicPart, RebuildReason> verdicts = over.verdicts(now, clock.instant());
        if (verdicts.isEmpty() && standing.rebuild().isEmpty()) {
            return sound(over, now);
        }
        // The last look was before Kafka's answer: another task may have put things right by now.
        Standing again = writer.look(now.parts().keySet());
        if (!now.missing().isEmpty() || !over.isStill(again)) {
            return new Care.Wait(OTHERS);
        }
        boolean begun = rebuilder.begin(now, verdicts, reports.known(memory, again, now));
        return new Care.Wait(begun ? Rebuilder.AT_ONCE : OTHERS);
    }

    private Care sound(Inspection over, TopicsNow now) {
        Map<TopicPart, Position> sound = over.positions();
        sound.keySet().retainAll(now.parts().keySet());
        sound.forEach(memory::check);
        reports.settle(sound.keySet());
        if (!confirmation.confirm(sound.keySet(), now, memory)) {
            writer.askForRebuild();
            return new Care.Wait(SOON);
        }
        // A step is taken only where the task reads already.
        Set<TopicPart> read = new HashSet<>(sound.keySet());
        read.removeAll(over.unknown());
        confirmation.lookAtRest(read, over, now, memory);
        return goOn(sound, WAKE);
    }

    private Care goOn(Map<TopicPart, Position> found, Duration again) {
        Map<TopicPart, Advance> resting = confirmation.lookOn();
        return new Care.GoOn(found, resting, confirmation.isLooking() ? SOON : again);
    }

    /** Gives up what is at work. The cache and Kafka stay open. */
    @Override
    public void close() {
        doubt();
    }
}
