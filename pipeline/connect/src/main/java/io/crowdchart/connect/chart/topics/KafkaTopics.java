package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a Kafka cluster, with clients of its own. */
public final class KafkaTopics implements ChartTopics {

    private final KafkaSettings settings;
    private final List<String> names;
    private final String group;
    private final Clock clock;
    private final Admin admin;
    private final TombstoneTimes tombstones;

    /**
     * Topics of a cluster.
     *
     * @param names the topics that are asked about
     * @param group the consumer group whose positions are asked for
     */
    public KafkaTopics(KafkaSettings settings, Collection<String> names, String group, Clock clock) {
        this.settings = settings;
        this.names = List.copyOf(names);
        this.group = group;
        this.clock = clock;
        Map<String, Object> properties = new HashMap<>(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000));
        properties.putAll(settings.client());
        this.admin = Admin.create(properties);
        this.tombstones = new TombstoneTimes(admin, clock);
    }

    @Override
    public CompletableFuture<TopicsNow> ask() {
        Instant askedAt = clock.instant();
        return described().thenCompose(found -> now(askedAt, found)).exceptionally(KafkaTopics::unavailable);
    }

    @Override
    public TopicRead read(Map<TopicPart, Stretch> stretches) {
        return ConsumerRead.begin(settings, stretches);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private static TopicsNow unavailable(Throwable problem) {
        Throwable cause =
                problem instanceof CompletionException && problem.getCause() != null ? problem.getCause() : problem;
        throw new TopicsUnavailableException("Kafka does not tell how the topics are: " + cause, cause);
    }

    /** The topics that there are. */
    private CompletableFuture<Map<String, TopicDescription>> described() {
        Map<String, TopicDescription> found = new HashMap<>();
        CompletableFuture<?> all = CompletableFuture.completedFuture(null);
        for (Map.Entry<String, KafkaFuture<TopicDescription>> asked :
                admin.describeTopics(names).topicNameValues().entrySet()) {
            all = all.thenCombine(
                    orNothing(asked.getValue(), UnknownTopicOrPartitionException.class), (before, description) -> {
                        description.ifPresent(topic -> found.put(asked.getKey(), topic));
                        return before;
                    });
        }
        return all.thenApply(done -> found);
    }

    private CompletableFuture<TopicsNow> now(Instant askedAt, Map<String, TopicDescription> found) {
        Set<TopicPartition> partitions = new HashSet<>();
        found.forEach((name, topic) ->
                topic.partitions().forEach(part -> partitions.add(new TopicPartition(name, part.partition()))));
        Set<String> missing = new HashSet<>(names);
        missing.removeAll(found.keySet());

        var starts = offsets(partitions, OffsetSpec.earliest());
        var ends = offsets(partitions, OffsetSpec.latest());
        var stays = tombstones.of(found);
        return starts.thenCombine(ends, (start, end) -> new Offsets(start, end))
                .thenCombine(stays, (offsets, stay) -> {
                    Map<TopicPart, PartNow> parts = new HashMap<>();
                    partitions.forEach(partition -> parts.put(
                            part(partition),
                            new PartNow(
                                    known(found, partition.topic()).topicId().toString(),
                                    known(offsets.starts, partition).offset(),
                                    known(offsets.ends, partition).offset(),
                                    known(stay, partition.topic()))));
                    return parts;
                })
                .thenCombine(committed(), (parts, committed) -> new TopicsNow(askedAt, parts, missing, committed));
    }

    private record Offsets(
            Map<TopicPartition, ListOffsetsResultInfo> starts, Map<TopicPartition, ListOffsetsResultInfo> ends) {}

    private CompletableFuture<Map<TopicPartition, ListOffsetsResultInfo>> offsets(
            Set<TopicPartition> partitions, OffsetSpec which) {
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        partitions.forEach(partition -> wanted.put(partition, which));
        return admin.listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .toCompletionStage()
                .toCompletableFuture();
    }

    /** Positions with the id of a topic beside them, as {@link CommittedPositions} writes it. */
    private CompletableFuture<Map<TopicPart, Position>> committed() {
        KafkaFuture<Map<TopicPartition, OffsetAndMetadata>> asked =
                admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata();
        return orNothing(asked, GroupIdNotFoundException.class).thenApply(known -> {
            Map<TopicPart, Position> committed = new HashMap<>();
            known.orElse(Map.of())
                    .forEach((partition, offset) -> CommittedPositions.read(offset)
                            .ifPresent(position -> committed.put(part(partition), position)));
            return committed;
        });
    }

    /** The answer; nothing if Kafka says that there is no such thing. */
    private static <T> CompletableFuture<Optional<T>> orNothing(KafkaFuture<T> asked, Class<? extends Throwable> none) {
        return asked.toCompletionStage()
                .toCompletableFuture()
                .thenApply(Optional::of)
                .exceptionally(problem -> {
                    Throwable cause = problem.getCause() == null ? problem : problem.getCause();
                    if (none.isInstance(cause)) {
                        return Optional.empty();
                    }
                    throw new CompletionException(cause);
                });
    }

    private static <K, V> V known(Map<K, V> answers, K asked) {
        return Objects.requireNonNull(answers.get(asked), () -> "Kafka gave no answer about " + asked);
    }

    private static TopicPart part(TopicPartition partition) {
        return new TopicPart(partition.topic(), partition.partition());
    }
}
