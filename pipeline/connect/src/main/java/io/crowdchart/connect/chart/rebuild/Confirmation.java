package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notes in the cache that partitions were read to their ends. Only what Kafka has just said counts: a task that lags, or that
 * is cut off, confirms nothing.
 */
final class Confirmation implements AutoCloseable {

    /** How old an answer of Kafka may be. */
    private static final Duration CURRENT = Duration.ofSeconds(5);

    /** A partition at rest is looked at no more often, as long as that leaves its confirmation young enough. */
    private static final Duration REST_EVERY = Duration.ofSeconds(30);

    private static final Duration PATIENCE = Duration.ofMillis(20);

    private static final Logger LOGGER = LoggerFactory.getLogger(Confirmation.class);

    private final ChartWriter writer;
    private final ChartTopics topics;
    private final Clock clock;
    private final Map<TopicPart, Instant> lastChecks = new HashMap<>();
    private @Nullable RestCheck restCheck;

    Confirmation(ChartWriter writer, ChartTopics topics, Clock clock) {
        this.writer = writer;
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Confirms what is at its end.
     *
     * @return false if that took so long that the confirmation may be wrong: the charts must be made anew
     */
    boolean confirm(Collection<TopicPart> parts, TopicsNow now, Memory memory) {
        if (clock.instant().isAfter(now.askedAt().plus(CURRENT))) {
            return true;
        }
        Map<TopicPart, Position> atEnd = new HashMap<>();
        parts.forEach(part -> position(part, now, memory)
                .filter(position -> position.offset() >= is(part, now).end())
                .ifPresent(position -> atEnd.put(part, position)));
        if (atEnd.isEmpty()) {
            return true;
        }
        writer.confirm(atEnd);
        // Whoever is frozen before the last line confirms with the time at which he wakes.
        Duration since = Duration.between(now.askedAt(), clock.instant());
        return atEnd.keySet().stream()
                .map(part -> is(part, now).tombstonesStay().dividedBy(4))
                .allMatch(limit -> since.compareTo(limit) <= 0);
    }

    /** Begins to look at partitions that seem to be at rest shortly before their ends, if their confirmation grows old. */
    void lookAtRest(Collection<TopicPart> parts, Inspection inspection, TopicsNow now, Memory memory) {
        if (restCheck != null) {
            return;
        }
        Map<TopicPart, Advance> steps = new HashMap<>();
        parts.forEach(part -> position(part, now, memory)
                .filter(position -> position.offset() < is(part, now).end())
                .filter(position -> isDue(part, position, inspection.place(part), is(part, now)))
                .ifPresent(position ->
                        steps.put(part, new Advance(position, is(part, now).end()))));
        if (steps.isEmpty()) {
            return;
        }
        steps.keySet().forEach(part -> lastChecks.put(part, clock.instant()));
        try {
            restCheck = new RestCheck(topics, steps, clock);
        } catch (TopicsUnavailableException e) {
            LOGGER.debug("partitions at rest cannot be looked at", e);
        }
    }

    boolean isLooking() {
        return restCheck != null;
    }

    /** Looks on; gives the steps over places without records as soon as it has looked at all. */
    Map<TopicPart, Advance> lookOn() {
        if (restCheck == null) {
            return Map.of();
        }
        try {
            if (!restCheck.isOver(PATIENCE)) {
                return Map.of();
            }
            Map<TopicPart, Advance> steps = restCheck.steps();
            close();
            return steps;
        } catch (TopicsUnavailableException e) {
            LOGGER.debug("partitions at rest cannot be looked at", e);
            close();
            return Map.of();
        }
    }

    /** Whether it was there at the last look, too, and was neither confirmed nor looked at for long. */
    private boolean isDue(TopicPart part, Position position, Optional<Place> place, PartNow is) {
        Duration eighth = is.tombstonesStay().dividedBy(8);
        Duration limit = eighth.compareTo(REST_EVERY) < 0 ? eighth : REST_EVERY;
        return place.filter(was -> was.position().equals(position))
                .filter(was -> isOver(limit, was.confirmedAt()))
                .filter(was -> isOver(limit, lastChecks.getOrDefault(part, Instant.EPOCH)))
                .isPresent();
    }

    private boolean isOver(Duration limit, Instant since) {
        return Duration.between(since, clock.instant()).compareTo(limit) > 0;
    }

    /** The position that the cache has; nothing if it is one of another topic. */
    private static Optional<Position> position(TopicPart part, TopicsNow now, Memory memory) {
        return memory.acknowledged(part)
                .filter(known -> known.topicId().equals(is(part, now).topicId()));
    }

    private static PartNow is(TopicPart part, TopicsNow now) {
        return Objects.requireNonNull(now.parts().get(part), () -> "Kafka said nothing about " + part);
    }

    @Override
    public void close() {
        if (restCheck != null) {
            restCheck.close();
            restCheck = null;
        }
    }
}
