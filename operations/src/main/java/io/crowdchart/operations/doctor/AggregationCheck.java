package io.crowdchart.operations.doctor;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.model.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;

/** How far the aggregation is behind the votes: its consumer group, or on ksqlDB one group a query. */
final class AggregationCheck implements Check {

    private static final Duration PATIENCE = RedisCharts.STALE_AFTER;
    private static final Set<String> READ = Set.of(Topic.VOTES.topicName(), Topic.HEARTBEATS.topicName());

    private final Supplier<KafkaView> kafka;
    private final List<String> groups;
    private final Clock clock;

    /**
     * @param groups names of groups, or how they begin, with a {@code *} at the end
     */
    AggregationCheck(Supplier<KafkaView> kafka, List<String> groups, Clock clock) {
        this.kafka = kafka;
        this.groups = List.copyOf(groups);
        this.clock = clock;
    }

    @Override
    public String link() {
        return "aggregation";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KAFKA);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        Map<String, ConsumerGroupDescription> found = kafka.get().groups(this::isWanted);
        for (var group : new TreeMap<>(found).entrySet()) {
            Map<TopicPartition, Long> committed = new HashMap<>(kafka.get().committed(group.getKey()));
            committed.keySet().removeIf(partition -> !READ.contains(partition.topic()));
            int members = group.getValue().members().size();
            if (!committed.isEmpty() || members > 0) {
                findings.add(judge(group.getKey(), members, kafka.get().backlog(committed)));
            }
        }
        return findings.isEmpty()
                ? List.of(Finding.problem(
                        link(),
                        "no consumer group of it reads the votes",
                        "Expected one of " + groups + " (--ksql-group says another). Did ksqlDB or its twin ever run?"))
                : findings;
    }

    private boolean isWanted(String group) {
        return groups.stream()
                .anyMatch(wanted -> wanted.endsWith("*")
                        ? group.startsWith(wanted.substring(0, wanted.length() - 1))
                        : group.equals(wanted));
    }

    private Finding judge(String group, int members, Backlog backlog) {
        Instant now = clock.instant();
        String found = group + ": " + backlog.words(now);
        if (members == 0) {
            return Finding.problem(link(), found + ", and nobody reads", "Is ksqlDB, or its twin, running?");
        }
        return backlog.age(now).compareTo(PATIENCE) > 0
                ? Finding.warning(
                        link(),
                        found,
                        "Expected at most " + PATIENCE.toSeconds() + " s. It catches up, or is stuck: look again")
                : Finding.ok(link(), found);
    }
}
