package io.crowdchart.operations.doctor;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.topic.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** How far the charts are behind the rankings: their positions, and the sink's consumer group. */
final class SinkCheck implements Check {

    private static final Duration PATIENCE = RedisCharts.STALE_AFTER;
    private static final List<String> READ =
            Topic.charted().stream().map(Topic::topicName).toList();
    private static final String ANEW =
            "The sink makes the charts anew; if it does not, scripts/chart rebuild asks for it";

    private final Supplier<KafkaView> kafka;
    private final Supplier<ChartWriter> charts;
    private final String group;
    private final Clock clock;

    SinkCheck(Supplier<KafkaView> kafka, Supplier<ChartWriter> charts, String group, Clock clock) {
        this.kafka = kafka;
        this.charts = charts;
        this.group = group;
        this.clock = clock;
    }

    @Override
    public String link() {
        return "sink";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KAFKA, Part.CACHE);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        Map<String, String> topicIds = kafka.get().topicIds(READ);
        Map<TopicPart, Place> places = charts.get()
                .look(kafka.get().ends(READ).keySet().stream()
                        .map(part -> new TopicPart(part.topic(), part.partition()))
                        .collect(Collectors.toSet()))
                .places();
        // After the look: meanwhile the charts go on.
        Map<TopicPartition, Long> ends = kafka.get().ends(READ);
        List<Finding> findings = new ArrayList<>(List.of(members()));
        Map<TopicPartition, Long> from = new HashMap<>();
        SortedSet<String> unknown = new TreeSet<>();
        ends.forEach((partition, end) -> {
            Place place = places.get(new TopicPart(partition.topic(), partition.partition()));
            if (place == null) {
                unknown.add(partition.toString());
                return;
            }
            Optional<Finding> wrong = wrong(partition, end, place.position(), topicIds.get(partition.topic()));
            wrong.ifPresentOrElse(
                    findings::add, () -> from.put(partition, place.position().offset()));
        });
        if (!unknown.isEmpty()) {
            findings.add(Finding.problem(link(), "the charts have no position in " + String.join(", ", unknown), ANEW));
        }
        if (!from.isEmpty()) {
            findings.add(judge(from.size(), kafka.get().backlog(from)));
        }
        return findings;
    }

    private Finding members() throws InterruptedException {
        ConsumerGroupDescription found = kafka.get().groups(group::equals).get(group);
        if (found == null || found.members().isEmpty()) {
            return Finding.problem(
                    link(),
                    "the consumer group " + group + " has no member",
                    "Expected one. See connect: the sink is not running");
        }
        return Finding.ok(
                link(),
                "the consumer group " + group + " is "
                        + found.groupState().toString().toLowerCase(Locale.ROOT) + ", members "
                        + found.members().size());
    }

    private Optional<Finding> wrong(TopicPartition partition, long end, Position position, @Nullable String topicId) {
        if (!position.topicId().equals(topicId)) {
            return Optional.of(Finding.problem(
                    link(),
                    "the position in " + partition + " is of a topic with the id " + position.topicId()
                            + ", Kafka's has " + topicId + ": it was made anew",
                    ANEW));
        }
        return position.offset() > end
                ? Optional.of(Finding.problem(
                        link(),
                        "the charts are at " + position.offset() + " of " + partition + ", which ends at " + end
                                + ": records were lost",
                        ANEW))
                : Optional.empty();
    }

    private Finding judge(int partitions, Backlog backlog) {
        Instant now = clock.instant();
        String found = "charts at their positions in " + partitions + " partitions: " + backlog.words(now);
        return backlog.age(now).compareTo(PATIENCE) > 0
                ? Finding.warning(
                        link(),
                        found,
                        "Expected at most " + PATIENCE.toSeconds() + " s. It catches up, or is stuck: look again")
                : Finding.ok(link(), found);
    }
}
