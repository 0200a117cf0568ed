package io.crowdchart.operations.doctor;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.command.HumanTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** How far the sources are behind the network: the age of their newest heartbeats. */
final class SourceCheck implements Check {

    private static final Duration FRESH = RedisCharts.STALE_AFTER;

    private final Supplier<KafkaView> kafka;
    private final Clock clock;

    SourceCheck(Supplier<KafkaView> kafka, Clock clock) {
        this.kafka = kafka;
        this.clock = clock;
    }

    @Override
    public String link() {
        return "source";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KAFKA);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        String topic = Topic.HEARTBEATS.topicName();
        Map<String, Instant> heartbeats = kafka.get().topicIds(List.of(topic)).isEmpty()
                ? Map.of()
                : Pulses.bySource(kafka.get().newest(topic));
        if (heartbeats.isEmpty()) {
            return List.of(Finding.problem(
                    link(), "no heartbeat was ever seen", "Expected one every few seconds; see connect"));
        }
        Instant now = clock.instant();
        return new TreeMap<>(heartbeats)
                .entrySet().stream()
                        .map(heartbeat -> judge(heartbeat.getKey(), Duration.between(heartbeat.getValue(), now)))
                        .toList();
    }

    private Finding judge(String source, Duration age) {
        String found = source + " has seen posts up to " + HumanTime.of(age) + " ago";
        return age.compareTo(FRESH) > 0
                ? Finding.problem(
                        link(),
                        found,
                        "Expected at most " + FRESH.toSeconds() + " s. See connect; it may also be catching up")
                : Finding.ok(link(), found);
    }
}
