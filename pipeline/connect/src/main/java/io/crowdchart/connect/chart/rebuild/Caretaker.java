package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.record.DeadLetters;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
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

    /** A task that was not here for so long may have been frozen. */
    private static final Duration FROZEN = Duration.ofSeconds(10);

    private final ChartWriter writer;
    private final ChartTopics topics;
    private final Clock clock;
    private final Memory memory = new Memory();
    private final TopicsWatch watch = new TopicsWatch();
    private final Builders builders;
    private final Confirmation confirmation;
    private final Rebuilder rebuilder;
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
     * Does what is to be done now, which never takes long.
     *
     * @param parts all partitions of the task
     * @param unknown those of them whose place is to be found
     * @throws io.crowdchart.cache.CacheUnavailableException if the cache cannot be used now
     */
    public Care attend(Set<TopicPart> parts, Set<TopicPart> unknown) {
        boolean rebuilding = rebuilder.isAtWork();
        try {
            return rebuilding ? rebuildOn(parts) : lookOn(parts, unknown);
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
        Map<TopicPart, Position> found = new HashMap<>(ends);
        found.keySet().retainAll(parts);
        return goOn(found, progress.again());
    }

    private Care lookOn(Set<TopicPart> parts, Set<TopicPart> unknown) {
        Instant now = clock.instant();
        if (inspection == null) {
            if (unknown.isEmpty() && now.isBefore(lastLook.plus(LOOK_EVERY))) {
                return goOn(Map.of(), WAKE);
            }
            boolean frozen = unknown.isEmpty() && now.isAfter(lastLook.plus(FROZEN));
            inspection = Inspection.begin(writer, topics, memory, parts, unknown);
            lastLook = now;
            if (frozen) {
                return new Care.Wait(SOON);
            }
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
        boolean begun = rebuilder.begin(now, verdicts, reported(again, now));
        return new Care.Wait(begun ? Rebuilder.AT_ONCE : OTHERS);
    }

    /** Up to where bad records were reported: as far as any task ever came in the same topic. */
    private Map<TopicPart, Position> reported(Standing standing, TopicsNow now) {
        Map<TopicPart, Position> reported = new HashMap<>();
        now.parts()
                .forEach((part, is) -> Stream.of(
                                memory.acknowledged(part),
                                Optional.ofNullable(now.committed().get(part)),
                                Optional.ofNullable(standing.places().get(part)).map(Place::position))
                        .flatMap(Optional::stream)
                        .filter(position -> position.topicId().equals(is.topicId()))
                        .max(Comparator.comparingLong(Position::offset))
                        .ifPresent(position -> reported.put(part, position)));
        return reported;
    }

    private Care sound(Inspection over, TopicsNow now) {
        Map<TopicPart, Position> sound = over.positions();
        sound.keySet().retainAll(now.parts().keySet());
        sound.forEach(memory::check);
        if (!confirmation.confirm(sound.keySet(), now, memory)) {
            writer.askForRebuild();
            return new Care.Wait(SOON);
        }
        confirmation.lookAtRest(sound.keySet(), over, now, memory);
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
