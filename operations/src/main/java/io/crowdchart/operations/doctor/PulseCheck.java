package io.crowdchart.operations.doctor;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.doctor.PulseTrail.Station;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Follows the pulse from the source to the cache. */
final class PulseCheck implements Check {

    private final Supplier<KafkaView> kafka;
    private final Supplier<ChartInspection> cache;
    private final Clock clock;

    PulseCheck(Supplier<KafkaView> kafka, Supplier<ChartInspection> cache, Clock clock) {
        this.kafka = kafka;
        this.cache = cache;
        this.clock = clock;
    }

    @Override
    public String link() {
        return "pulse";
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        boolean kafkaAsked = !away.contains(Part.KAFKA);
        boolean cacheAsked = !away.contains(Part.CACHE);
        if (!kafkaAsked && !cacheAsked) {
            return List.of(Finding.notAsked(link(), "neither Kafka nor the cache was reached"));
        }
        Map<String, Instant> heartbeats = kafkaAsked ? inTopic(Topic.HEARTBEATS) : Map.of();
        Map<String, Instant> pulses = kafkaAsked ? inTopic(Topic.PULSE) : Map.of();
        Map<String, Instant> stored = cacheAsked ? inCache() : Map.of();
        Set<String> sources = new TreeSet<>(heartbeats.keySet());
        sources.addAll(pulses.keySet());
        sources.addAll(stored.keySet());
        if (sources.isEmpty()) {
            return List.of(Finding.problem(
                    link(), "no source has ever shown one", "Expected one every few seconds. Does the source run?"));
        }
        Instant now = clock.instant();
        return sources.stream()
                .map(source -> new PulseTrail(
                                source,
                                List.of(
                                        new Station(
                                                "heartbeats",
                                                "source",
                                                "see connect, or the network it listens to brings nothing",
                                                kafkaAsked,
                                                Optional.ofNullable(heartbeats.get(source))),
                                        new Station(
                                                "topic pulse",
                                                "aggregation",
                                                "see ksqlDB or its twin",
                                                kafkaAsked,
                                                Optional.ofNullable(pulses.get(source))),
                                        new Station(
                                                "cache",
                                                "sink",
                                                "see connect",
                                                cacheAsked,
                                                Optional.ofNullable(stored.get(source)))))
                        .finding(link(), now))
                .toList();
    }

    private Map<String, Instant> inTopic(Topic topic) throws InterruptedException {
        String name = topic.topicName();
        return kafka.get().topicIds(List.of(name)).isEmpty()
                ? Map.of()
                : Pulses.bySource(kafka.get().newest(name));
    }

    private Map<String, Instant> inCache() {
        Map<String, Instant> pulses = new HashMap<>();
        cache.get()
                .state()
                .pulses()
                .forEach((source, pulse) -> pulses.put(source, Pulses.instant(pulse.seenAtMicros())));
        return pulses;
    }
}
