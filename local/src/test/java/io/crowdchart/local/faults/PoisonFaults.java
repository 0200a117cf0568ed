package io.crowdchart.local.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.IntFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** Records that cannot be used: in the topics, and on the network. */
final class PoisonFaults {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Stage stage;
    private final Map<DeadLetters.Origin, Poison> sent = new HashMap<>();
    private int round;

    private PoisonFaults(Stage stage) {
        this.stage = stage;
    }

    static List<Fault> all(Stage stage) {
        PoisonFaults faults = new PoisonFaults(stage);
        HostilePosts posts = new HostilePosts(stage);
        return List.of(
                Fault.of("poison-for-ksql", () -> faults.send(Poison::forTheTwin), faults::awaitLetters),
                Fault.of("poison-for-sink", () -> faults.send(Poison::forTheSink), faults::awaitLettersAndRemove),
                Fault.of("poison-posts", posts::publish, posts::awaitCounted));
    }

    /** One record a request, so that one that the broker refuses takes no other with it. */
    private void send(IntFunction<List<Poison>> poisons) throws InterruptedException, ExecutionException {
        sent.clear();
        try (var producer = producer()) {
            for (Poison poison : poisons.apply(round++)) {
                send(producer, poison);
            }
        }
    }

    private KafkaProducer<Bytes, Bytes> producer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stage.machine().bootstrapServers(),
                "acks",
                "all",
                "batch.size",
                0,
                "max.request.size",
                2_097_152);
        return new KafkaProducer<>(settings, new BytesSerializer(), new BytesSerializer());
    }

    private void send(KafkaProducer<Bytes, Bytes> producer, Poison poison)
            throws InterruptedException, ExecutionException {
        var record = new ProducerRecord<>(poison.topic().topicName(), poison.key(), poison.value());
        try {
            RecordMetadata written = producer.send(record).get();
            sent.put(new DeadLetters.Origin(written.topic(), written.partition(), written.offset()), poison);
        } catch (ExecutionException e) {
            // A compacted topic takes no record without a key.
            if (poison.key() != null || !(e.getCause() instanceof InvalidRecordException)) {
                throw e;
            }
        }
    }

    private void awaitLetters() {
        sent.values().removeIf(poison -> !poison.unusable());
        Map<DeadLetters.Origin, DeadLetters.Letter> letters = new HashMap<>();
        try {
            await().atMost(LIMIT).pollInterval(Duration.ofMillis(500)).until(() -> {
                letters.putAll(DeadLetters.all(stage.machine().bootstrapServers()));
                return letters.keySet().containsAll(sent.keySet());
            });
        } catch (ConditionTimeoutException e) {
            sent.keySet().stream()
                    .filter(origin -> !letters.containsKey(origin))
                    .forEach(origin -> stage.report("no dead letter for " + shown(origin)));
        }
        sent.keySet()
                .forEach(origin -> Optional.ofNullable(letters.get(origin))
                        .filter(letter -> !letter.isGood())
                        .ifPresent(letter -> stage.report("a bad dead letter, " + letter + ", for " + shown(origin))));
    }

    /**
     * The rows that nobody can use stay in the ranking topics until they are removed. The operator's command does not do it
     * where votes can no longer be read: they could be what these rows show.
     */
    private void awaitLettersAndRemove() throws InterruptedException, ExecutionException {
        awaitLetters();
        try (var producer = producer()) {
            for (Poison poison : sent.values()) {
                if (poison.key() != null) {
                    producer.send(new ProducerRecord<>(poison.topic().topicName(), poison.key(), null))
                            .get();
                }
            }
        }
    }

    private String shown(DeadLetters.Origin origin) {
        Poison poison = Objects.requireNonNull(sent.get(origin));
        return origin + ", key " + shown(poison.key()) + ", value " + shown(poison.value());
    }

    private static String shown(@Nullable Bytes bytes) {
        return bytes == null ? "null" : new String(bytes.get(), 0, Math.min(60, bytes.get().length), UTF_8);
    }
}
