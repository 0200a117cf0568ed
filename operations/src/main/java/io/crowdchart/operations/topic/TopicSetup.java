package io.crowdchart.operations.topic;

import io.crowdchart.model.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Compares the topics with what they should be, and makes those that are missing. It never changes one that is there. */
public final class TopicSetup {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Admin admin;
    private final Optional<Short> replication;

    /**
     * @param admin stays open
     * @param replication the number of copies of every partition; empty: what the brokers choose
     */
    public TopicSetup(Admin admin, Optional<Short> replication) {
        this.admin = admin;
        this.replication = replication;
    }

    /** What is wrong, by topic, in the order of the topics; nothing is wrong with a topic whose list is empty. */
    public Map<Topic, List<String>> faults() throws InterruptedException {
        Map<String, TopicDescription> found = existing();
        Map<String, Config> configs = configs(found.keySet());
        Map<Topic, List<String>> faults = new LinkedHashMap<>();
        for (Topic topic : Topic.values()) {
            TopicDescription description = found.get(topic.topicName());
            faults.put(
                    topic,
                    description == null
                            ? List.of("is missing")
                            : faults(topic, description, Objects.requireNonNull(configs.get(topic.topicName()))));
        }
        return faults;
    }

    /**
     * Makes the topics that are missing; one that comes to be meanwhile stays as it is.
     *
     * @return those that were missing
     */
    public List<Topic> createMissing() throws InterruptedException {
        Set<String> names = get(admin.listTopics().names());
        List<Topic> missing = Arrays.stream(Topic.values())
                .filter(topic -> !names.contains(topic.topicName()))
                .toList();
        List<NewTopic> wanted = missing.stream()
                .map(topic -> new NewTopic(topic.topicName(), Optional.of(topic.partitions()), replication)
                        .configs(topic.configs()))
                .toList();
        for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
            try {
                get(made);
            } catch (TopicExistsException e) {
                // Somebody else was faster.
            }
        }
        awaitAll(wanted);
        return missing;
    }

    /** A topic that was made is not known to every broker at once. */
    private void awaitAll(List<NewTopic> wanted) throws InterruptedException {
        List<String> names = wanted.stream().map(NewTopic::name).toList();
        long start = System.nanoTime();
        while (!get(admin.listTopics().names()).containsAll(names)) {
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new KafkaException(
                        "the topics were made, but are not there after " + LONGEST_WAIT.toSeconds() + " s");
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private List<String> faults(Topic topic, TopicDescription description, Config config) {
        List<String> faults = new ArrayList<>();
        int partitions = description.partitions().size();
        if (partitions != topic.partitions()) {
            faults.add("has " + partitions + " partitions, expected " + topic.partitions());
        }
        new TreeMap<>(topic.configs()).forEach((name, expected) -> {
            String value = Optional.ofNullable(config.get(name))
                    .map(ConfigEntry::value)
                    .orElse("none");
            if (!value.equals(expected)) {
                faults.add("has " + name + "=" + value + ", expected " + expected);
            }
        });
        replication.ifPresent(copies -> {
            Set<Integer> others = description.partitions().stream()
                    .map(TopicPartitionInfo::replicas)
                    .map(List::size)
                    .filter(size -> size.intValue() != copies)
                    .collect(Collectors.toSet());
            others.forEach(size -> faults.add("has " + size + " copies of a partition, expected " + copies));
        });
        return faults;
    }

    private Map<String, TopicDescription> existing() throws InterruptedException {
        Set<String> names = get(admin.listTopics().names());
        List<String> ours = Arrays.stream(Topic.values())
                .map(Topic::topicName)
                .filter(names::contains)
                .toList();
        return get(admin.describeTopics(ours).allTopicNames());
    }

    private Map<String, Config> configs(Collection<String> topics) throws InterruptedException {
        List<ConfigResource> resources = topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        return get(admin.describeConfigs(resources).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static <T> T get(KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
