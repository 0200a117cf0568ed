package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.kafka.TopicReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;

/** The letters that there are, and which of them are settled. */
public final class LetterBox {

    /** The topics of letters. */
    public static final List<Topic> TOPICS = List.of(Topic.CHART_DEAD_LETTERS, Topic.KSQL_DEAD_LETTERS);

    /** The consumer group that keeps in mind what is settled, and the identity under which letters are replayed. */
    public static final String GROUP = "crowd-chart-dead-letters";

    private final KafkaClients clients;
    private final Map<TopicPartition, Settled> settled;

    private LetterBox(KafkaClients clients, Map<TopicPartition, Settled> settled) {
        this.clients = clients;
        this.settled = Map.copyOf(settled);
    }

    /** Looks at what is settled. */
    public static LetterBox open(KafkaClients clients) {
        Map<TopicPartition, Settled> settled = new HashMap<>();
        try (Admin admin = clients.admin()) {
            admin.listConsumerGroupOffsets(GROUP)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, committed) -> {
                        if (committed != null) {
                            settled.put(partition, Settled.of(committed));
                        }
                    });
        } catch (ExecutionException e) {
            throw new KafkaException("what is settled cannot be read: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
        return new LetterBox(clients, settled);
    }

    /**
     * Notes anew what is settled. Kafka forgets what a group without members noted a while ago, by its
     * {@code offsets.retention.minutes} (7 days). A replay that ends between the look and this is forgotten, and its letters
     * are found superseded by the next one.
     *
     * @throws AuthorizationException if the user may not
     */
    void keep() {
        if (settled.isEmpty()) {
            return;
        }
        try (Admin admin = clients.admin()) {
            admin.alterConsumerGroupOffsets(GROUP, commits()).all().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof AuthorizationException refusal
                    ? refusal
                    : new KafkaException("what is settled cannot be noted anew: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    /** What is settled, to be noted anew. */
    Map<TopicPartition, OffsetAndMetadata> commits() {
        Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>();
        settled.forEach((partition, letters) -> commits.put(partition, letters.toCommit()));
        return commits;
    }

    /** Shows every letter of some topics, in the order of each partition. */
    public void read(Collection<Topic> topics, Consumer<DeadLetter> visitor) {
        try (var reader = new TopicReader(clients, topics)) {
            reader.readOn(record -> visitor.accept(DeadLetter.of(record)));
        }
    }

    /** Whether a letter was neither replayed nor told to be superseded or beyond replay. */
    public boolean isOpen(DeadLetter letter) {
        return !settled(letter.place().topicPartition()).contains(letter.place().offset());
    }

    Settled settled(TopicPartition partition) {
        return settled.getOrDefault(partition, Settled.NOTHING);
    }
}
