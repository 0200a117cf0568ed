package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * A look at the cache, and what Kafka says after it. In this order, since the charts only ever have what was in the topics
 * before.
 */
final class Inspection {

    private final Set<TopicPart> parts;
    private final Set<TopicPart> unknown;
    private final Standing standing;
    private final Memory memory;
    private final CompletableFuture<TopicsNow> asked;

    private Inspection(
            Set<TopicPart> parts,
            Set<TopicPart> unknown,
            Standing standing,
            Memory memory,
            CompletableFuture<TopicsNow> asked) {
        this.parts = parts;
        this.unknown = unknown;
        this.standing = standing;
        this.memory = memory;
        this.asked = asked;
    }

    /**
     * Looks, and asks Kafka without waiting.
     *
     * @param parts the partitions to look at
     * @param unknown those of them that the task was just given: another one may have committed positions in them
     */
    static Inspection begin(
            ChartWriter writer, ChartTopics topics, Memory memory, Set<TopicPart> parts, Set<TopicPart> unknown) {
        Memory before = memory.copy();
        Standing standing = writer.look(parts);
        return new Inspection(Set.copyOf(parts), Set.copyOf(unknown), standing, before, topics.ask());
    }

    Standing standing() {
        return standing;
    }

    Set<TopicPart> unknown() {
        return unknown;
    }

    Arrival answer() {
        return Arrival.of(asked);
    }

    Optional<Place> place(TopicPart part) {
        return Optional.ofNullable(standing.places().get(part));
    }

    /** The positions that the cache had. */
    Map<TopicPart, Position> positions() {
        Map<TopicPart, Position> positions = new HashMap<>();
        standing.places().forEach((part, place) -> positions.put(part, place.position()));
        return positions;
    }

    /** Whether nothing has changed by a later look, at these partitions and others. */
    boolean isStill(Standing later) {
        return later.rebuild().equals(standing.rebuild())
                && parts.stream()
                        .allMatch(part -> Objects.equals(
                                standing.places().get(part), later.places().get(part)));
    }

    /** What speaks against the charts, by partition. Of a topic that is not there, nothing is known. */
    Map<TopicPart, RebuildReason> verdicts(TopicsNow topics, Instant now) {
        Map<TopicPart, RebuildReason> verdicts = new HashMap<>();
        for (TopicPart part : parts) {
            Optional.ofNullable(topics.parts().get(part))
                    .flatMap(is -> Judge.verdict(evidence(part, is, topics, now)))
                    .ifPresent(reason -> verdicts.put(part, reason));
        }
        return verdicts;
    }

    private Evidence evidence(TopicPart part, PartNow is, TopicsNow topics, Instant now) {
        Optional<Position> committed =
                unknown.contains(part) ? Optional.ofNullable(topics.committed().get(part)) : Optional.empty();
        return new Evidence(place(part), memory.acknowledged(part), memory.checked(part), committed, is, now);
    }
}
