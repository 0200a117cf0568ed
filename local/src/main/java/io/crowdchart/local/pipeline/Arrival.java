package io.crowdchart.local.pipeline;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.model.topic.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows whether the posts up to some moment have arrived in Redis: every step has gone behind the last record of every topic
 * that it reads. Decided by positions alone. One thread at a time.
 *
 * <p>The ends are read before the positions. Two looks with the same ends and nothing behind are needed: what a step wrote
 * between the two halves of the first look shows in the second.
 */
public final class Arrival implements AutoCloseable {

    private static final List<Topic> VOTES_WAY =
            List.of(Topic.VOTES, Topic.SONG_RANKING, Topic.DAILY_RANKING, Topic.HOURLY_RANKING, Topic.SONG_TITLES);

    private final Admin admin;
    private final TopicEnds ends;
    private final Heartbeats heartbeats;
    private final ChartWriter cache;
    private Map<TopicPartition, Long> lastEnds = Map.of();

    /**
     * Looks at a broker and a cache.
     *
     * @param cache is asked for its positions only; the caller closes it
     */
    public Arrival(String bootstrapServers, ChartWriter cache) {
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        this.ends = new TopicEnds(bootstrapServers);
        this.heartbeats = new Heartbeats(bootstrapServers);
        this.cache = cache;
    }

    /**
     * Looks once.
     *
     * @param seenAtMicros the time of the last post, in microseconds since 1970
     * @return the step that is still behind; nothing if all has arrived
     */
    public Optional<String> missing(long seenAtMicros) {
        try {
            return look(seenAtMicros);
        } catch (CacheUnavailableException e) {
            return behind("Redis");
        }
    }

    private Optional<String> look(long seenAtMicros) {
        if (heartbeats.newest() < seenAtMicros) {
            return behind("the source");
        }
        Set<String> internal = internalTopics();
        Set<String> topics = new TreeSet<>(internal);
        VOTES_WAY.forEach(topic -> topics.add(topic.topicName()));
        if (hasOpenTransactions(topics)) {
            return behind("a commit");
        }
        Map<TopicPartition, Long> nowEnds = ends.of(topics);
        if (isBehind(nowEnds, aggregated(internal))) {
            return behind("the aggregation");
        }
        if (isBehind(nowEnds, cached(nowEnds.keySet()))) {
            return behind("the sink");
        }
        boolean settled = nowEnds.equals(lastEnds);
        lastEnds = nowEnds;
        return settled ? Optional.empty() : Optional.of("the last records");
    }

    private Optional<String> behind(String step) {
        lastEnds = Map.of();
        return Optional.of(step);
    }

    /** Whether there are records that are not committed yet: then a step may have gone on without what it wrote. */
    private boolean hasOpenTransactions(Set<String> topics) {
        Map<TopicPartition, OffsetSpec> latest = partitionsOf(topics).stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
        return !offsets(latest, IsolationLevel.READ_COMMITTED).equals(offsets(latest, IsolationLevel.READ_UNCOMMITTED));
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, OffsetSpec> specs, IsolationLevel isolation) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listOffsets(specs, new ListOffsetsOptions(isolation)).all())
                .forEach((partition, found) -> offsets.put(partition, found.offset()));
        return offsets;
    }

    /** Whether a position is behind the end, among the partitions that this step reads. */
    private static boolean isBehind(Map<TopicPartition, Long> ends, Map<TopicPartition, Long> positions) {
        return positions.entrySet().stream()
                .anyMatch(position -> position.getValue() < ends.getOrDefault(position.getKey(), 0L));
    }

    /** The topics that the aggregation writes for itself, but for those of the pulse, which never ends. */
    private Set<String> internalTopics() {
        return get(admin.listTopics().names()).stream()
                .filter(topic -> topic.startsWith(ChartStreamsConfig.APPLICATION_ID) && topic.endsWith("-repartition"))
                .filter(topic -> !topic.contains(Topic.PULSE.topicName()))
                .collect(Collectors.toSet());
    }

    private Map<TopicPartition, Long> aggregated(Set<String> internal) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                get(admin.listConsumerGroupOffsets(ChartStreamsConfig.APPLICATION_ID)
                        .partitionsToOffsetAndMetadata());
        List<String> read = new ArrayList<>(internal);
        read.add(Topic.VOTES.topicName());
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPartition partition : partitionsOf(read)) {
            OffsetAndMetadata offset = committed.get(partition);
            positions.put(partition, offset == null ? 0 : offset.offset());
        }
        return positions;
    }

    private List<TopicPartition> partitionsOf(Collection<String> topics) {
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private Map<TopicPartition, Long> cached(Set<TopicPartition> known) {
        List<TopicPart> parts = known.stream()
                .filter(partition -> Topic.charted().stream()
                        .anyMatch(topic -> topic.topicName().equals(partition.topic())))
                .map(partition -> new TopicPart(partition.topic(), partition.partition()))
                .toList();
        Standing standing = cache.look(parts);
        Map<String, String> topicIds = topicIds(parts);
        Map<TopicPartition, Long> positions = new HashMap<>();
        for (TopicPart part : parts) {
            long offset = Optional.ofNullable(standing.places().get(part))
                    .map(Place::position)
                    // While the charts are to be made anew, what they contain does not count.
                    .filter(position -> standing.rebuild().isEmpty())
                    .filter(position -> position.topicId().equals(topicIds.get(part.topic())))
                    .map(Position::offset)
                    .orElse(0L);
            positions.put(new TopicPartition(part.topic(), part.partition()), offset);
        }
        return positions;
    }

    private Map<String, String> topicIds(List<TopicPart> parts) {
        Set<String> topics = parts.stream().map(TopicPart::topic).collect(Collectors.toSet());
        return get(admin.describeTopics(topics).allTopicNames()).values().stream()
                .collect(Collectors.toMap(
                        TopicDescription::name, topic -> topic.topicId().toString()));
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the broker", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker did not answer: " + e.getCause(), e);
        }
    }

    @Override
    public void close() {
        heartbeats.close();
        ends.close();
        admin.close();
    }
}
