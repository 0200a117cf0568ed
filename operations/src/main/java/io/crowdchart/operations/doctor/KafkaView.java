package io.crowdchart.operations.doctor;

import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.DescribeClusterResult;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What is asked of Kafka. Every answer comes within seconds, or there is a {@link KafkaException}. One thread at a time. */
final class KafkaView implements AutoCloseable {

    /** For every client of the doctor. */
    static final Map<String, String> PATIENCE = Map.of(
            "request.timeout.ms", "4000",
            "default.api.timeout.ms", "5000",
            "socket.connection.setup.timeout.ms", "3000",
            "max.block.ms", "5000");

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);
    /** How far before the end the newest records are looked for; then further, and at last from the beginning. */
    private static final List<Long> TAILS = List.of(200L, 5_000L, Long.MAX_VALUE);

    private final KafkaClients clients;
    private final Admin admin;
    private @Nullable Consumer<byte[], byte[]> reader;

    KafkaView(KafkaClients clients) {
        this.clients = clients;
        this.admin = clients.admin();
    }

    /**
     * The cluster.
     *
     * @param id its id
     * @param brokers how many of them answer
     */
    record Cluster(String id, int brokers) {}

    Cluster cluster() throws InterruptedException {
        DescribeClusterResult cluster = admin.describeCluster();
        return new Cluster(get(cluster.clusterId()), get(cluster.nodes()).size());
    }

    /** The client that all is asked with; stays open. */
    Admin admin() {
        return admin;
    }

    /** The id of every topic that there is, of these. */
    Map<String, String> topicIds(Collection<String> topics) throws InterruptedException {
        return descriptions(topics).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, topic -> topic.getValue().topicId().toString()));
    }

    /** Where the committed records of every partition end, of these topics as far as there are. */
    Map<TopicPartition, Long> ends(Collection<String> topics) throws InterruptedException {
        Set<TopicPartition> partitions = descriptions(topics).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toSet());
        return reader().endOffsets(partitions);
    }

    private Map<String, TopicDescription> descriptions(Collection<String> topics) throws InterruptedException {
        Set<String> names = get(admin.listTopics().names());
        return get(admin.describeTopics(topics.stream().filter(names::contains).toList())
                .allTopicNames());
    }

    /** The consumer groups whose names are wanted, with their members. */
    Map<String, ConsumerGroupDescription> groups(Predicate<String> wanted) throws InterruptedException {
        List<String> names = get(admin.listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(wanted)
                .toList();
        return get(admin.describeConsumerGroups(names).all());
    }

    /** The committed offsets of a group. */
    Map<TopicPartition, Long> committed(String group) throws InterruptedException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        offsets.put(partition, committed.offset());
                    }
                });
        return offsets;
    }

    /** Counts the committed records from these offsets on. */
    Backlog backlog(Map<TopicPartition, Long> from) {
        Consumer<byte[], byte[]> consumer = reader();
        Map<TopicPartition, Long> ends = consumer.endOffsets(from.keySet());
        Map<TopicPartition, Long> unread = new HashMap<>(from);
        unread.entrySet().removeIf(begin -> begin.getValue() >= ends.getOrDefault(begin.getKey(), 0L));
        consumer.assign(unread.keySet());
        unread.forEach(consumer::seek);
        Backlog.Count count = new Backlog.Count();
        return count.result(readTo(ends, unread.keySet(), count::add));
    }

    /** The newest committed records of a topic of one partition, as far back as there must be to find some. */
    List<ConsumerRecord<byte[], byte[]>> newest(String topic) {
        Consumer<byte[], byte[]> consumer = reader();
        var partition = new TopicPartition(topic, 0);
        Set<TopicPartition> only = Set.of(partition);
        Map<TopicPartition, Long> ends = consumer.endOffsets(only);
        long end = ends.getOrDefault(partition, 0L);
        List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
        for (long tail : TAILS) {
            consumer.assign(only);
            consumer.seek(partition, Math.max(0, end - Math.min(tail, end)));
            readTo(ends, only, found::add);
            if (!found.isEmpty()) {
                break;
            }
        }
        return found;
    }

    /**
     * Shows the committed records of a topic from its beginning, for a few seconds.
     *
     * @return whether those were all
     */
    boolean read(String topic, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> visitor)
            throws InterruptedException {
        Consumer<byte[], byte[]> consumer = reader();
        Map<TopicPartition, Long> ends = ends(List.of(topic));
        consumer.assign(ends.keySet());
        consumer.seekToBeginning(ends.keySet());
        return readTo(ends, ends.keySet(), visitor);
    }

    /** Whether all was read in time. */
    private boolean readTo(
            Map<TopicPartition, Long> ends,
            Set<TopicPartition> partitions,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        Consumer<byte[], byte[]> consumer = reader();
        long start = System.nanoTime();
        while (partitions.stream()
                .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
            if (System.nanoTime() - start > LONGEST_READ.toNanos()) {
                return false;
            }
            consumer.poll(POLL).forEach(visitor);
        }
        return true;
    }

    private Consumer<byte[], byte[]> reader() {
        Consumer<byte[], byte[]> present = reader;
        if (present == null) {
            present = clients.reader();
            reader = present;
        }
        return present;
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
        admin.close(Duration.ofSeconds(2));
    }
}
