package io.crowdchart.ksql.cases;

import io.crowdchart.model.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Whatever counts behind a Kafka: it puts records in and reads, committed only, what comes out.
 *
 * <p>The tables are final when they are as expected and stay so, with nothing left to read, for a quiet time; or when the
 * patience ends. So a right answer needs no guess at how fast the engine is, and a wrong one that comes late is seen.
 */
public final class KafkaEngine implements Engine {

    private final String bootstrapServers;
    private final Duration patience;
    private final Duration quiet;
    private final List<Step> refused = new ArrayList<>();

    public KafkaEngine(String bootstrapServers, Duration patience, Duration quiet) {
        this.bootstrapServers = bootstrapServers;
        this.patience = patience;
        this.quiet = quiet;
    }

    /** Makes the topics that are missing. */
    public void createTopics(List<Topic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            for (Topic topic : topics) {
                NewTopic wanted = new NewTopic(topic.topicName(), topic.partitions(), (short) -1)
                        .configs(Map.of("cleanup.policy", topic.cleanup().policy()));
                create(admin, wanted);
            }
        }
    }

    private static void create(Admin admin, NewTopic topic) {
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic.name() + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Steps that the broker did not take: a compacted topic has no records without a key. */
    List<Step> refused() {
        return List.copyOf(refused);
    }

    @Override
    public Tables play(List<Step> steps, Predicate<Tables> expected) {
        send(steps);
        return read(expected);
    }

    /** Puts the records in, one after the other, so that each has its place in the order. */
    public void send(List<Step> steps) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0, "max.request.size", 4_000_000);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (Step step : steps) {
                send(producer, step);
            }
        }
    }

    private void send(KafkaProducer<byte[], byte[]> producer, Step step) {
        try {
            producer.send(step.toRecord()).get();
        } catch (ExecutionException e) {
            if (step.key() != null || !(e.getCause() instanceof InvalidRecordException)) {
                throw new IllegalStateException("a record cannot be sent to " + step.topic(), e.getCause());
            }
            refused.add(step);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** The tables, as they are in the end. */
    public Tables read(Predicate<Tables> expected) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = partitions();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            return read(consumer, partitions, expected);
        }
    }

    private Tables read(
            KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions, Predicate<Tables> expected) {
        Tables tables = new Tables();
        long start = System.nanoTime();
        long lastChange = start;
        while (System.nanoTime() - start < patience.toNanos()) {
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofMillis(100));
            for (ConsumerRecord<byte[], byte[]> record : records) {
                tables.accept(record.topic(), record.key(), record.value());
            }
            boolean settled = records.isEmpty() && atEnd(consumer, partitions) && expected.test(tables);
            if (!settled) {
                lastChange = System.nanoTime();
            } else if (System.nanoTime() - lastChange >= quiet.toNanos()) {
                break;
            }
        }
        return tables;
    }

    private static boolean atEnd(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> partitions) {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static Set<TopicPartition> partitions() {
        Set<TopicPartition> partitions = new HashSet<>();
        for (Topic topic : Tables.OUTPUTS) {
            for (int partition = 0; partition < topic.partitions(); partition++) {
                partitions.add(new TopicPartition(topic.topicName(), partition));
            }
        }
        return partitions;
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted", e);
    }
}
