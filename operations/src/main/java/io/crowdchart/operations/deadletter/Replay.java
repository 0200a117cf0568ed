package io.crowdchart.operations.deadletter;

import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.Pause;
import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Gives letters back to the topics they come from, in one transaction that also notes that they are settled: both happen, or
 * neither. One replay at a time works; a second one shuts the first out.
 *
 * <p>Between the look at a topic and our record behind its end, a newer record of the same key may come. So the look is
 * completed while the transaction is open; if there was one, the transaction is aborted and everything is looked at anew.
 */
final class Replay {

    private static final int ATTEMPTS = 10;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    /** How long the records of a replay that was killed may hold up those who read the topics. */
    private static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(30);

    private final KafkaClients clients;
    private final Pause pause;
    private final Runnable beforeLook;
    private final Set<Place> own = new HashSet<>();

    Replay(KafkaClients clients, Pause pause) {
        this(clients, pause, () -> {});
    }

    /**
     * @param beforeLook runs when the records are on their way and nobody has looked what came between; for tests
     */
    Replay(KafkaClients clients, Pause pause, Runnable beforeLook) {
        this.clients = clients;
        this.pause = pause;
        this.beforeLook = beforeLook;
    }

    /**
     * Replays what is open of a selection.
     *
     * @return what became of every letter that was open
     * @throws WrongUseException if there is no letter at a place, or the topics change too fast
     */
    Map<DeadLetter, Fate> run(Selection selection) throws InterruptedException {
        try (Producer<byte[], byte[]> writer = clients.writer(LetterBox.GROUP, TRANSACTION_LIMIT)) {
            // Ends what an earlier replay left open; what is settled is certain from here on.
            writer.initTransactions();
            var box = LetterBox.open(clients);
            Map<TopicPartition, Set<Long>> all = new HashMap<>();
            List<DeadLetter> chosen = new ArrayList<>();
            box.read(selection.topics(), letter -> {
                all.computeIfAbsent(letter.place().topicPartition(), partition -> new TreeSet<>())
                        .add(letter.place().offset());
                if (selection.contains(letter)) {
                    chosen.add(letter);
                }
            });
            selection.check(chosen.stream().map(DeadLetter::place).toList());
            chosen.removeIf(letter -> !box.isOpen(letter));
            if (chosen.isEmpty()) {
                box.keep();
                return Map.of();
            }
            return run(writer, chosen, new Commits(box, all));
        }
    }

    private Map<DeadLetter, Fate> run(Producer<byte[], byte[]> writer, List<DeadLetter> chosen, Commits commits)
            throws InterruptedException {
        Set<TopicPartition> there = partitions(Judge.topics(chosen));
        Set<RowKey> rows = Judge.rows(chosen, there);
        try (var newest = new NewestRecords(clients, rows);
                var between = new RecordsBetween(clients, rows)) {
            for (int i = 0; i < ATTEMPTS; i++) {
                between.begin();
                newest.readOn();
                Map<DeadLetter, Fate> fates = Judge.fates(chosen, there, newest::of);
                if (isDone(writer, fates, between, commits)) {
                    return fates;
                }
                pause.pause(BETWEEN_ATTEMPTS);
            }
        }
        throw new WrongUseException("newer records of the same keys came " + ATTEMPTS
                + " times while letters were replayed; nothing was replayed, try again");
    }

    /** The partitions of topics that there are; of a topic that is missing, the look at its records tells. */
    private Set<TopicPartition> partitions(Set<String> topics) {
        try (Consumer<byte[], byte[]> reader = clients.reader()) {
            return topics.stream()
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .collect(Collectors.toSet());
        }
    }

    private boolean isDone(
            Producer<byte[], byte[]> writer, Map<DeadLetter, Fate> fates, RecordsBetween between, Commits commits) {
        writer.beginTransaction();
        Map<RowKey, Long> sent = send(writer, fates);
        beforeLook.run();
        if (between.anyBefore(sent, own)) {
            writer.abortTransaction();
            return false;
        }
        writer.sendOffsetsToTransaction(commits.of(fates.keySet()), group());
        writer.commitTransaction();
        return true;
    }

    private ConsumerGroupMetadata group() {
        try (Consumer<byte[], byte[]> settler = clients.readerOf(LetterBox.GROUP)) {
            return settler.groupMetadata();
        }
    }

    /** The offsets that the records got. */
    private Map<RowKey, Long> send(Producer<byte[], byte[]> writer, Map<DeadLetter, Fate> fates) {
        Map<RowKey, Future<RecordMetadata>> answers = new HashMap<>();
        fates.forEach((letter, fate) -> {
            if (fate == Fate.REPLAY) {
                Place to = letter.source().orElseThrow();
                answers.put(RowKey.of(to.topicPartition(), letter.record().key()), writer.send(letter.original(to)));
            }
        });
        writer.flush();
        Map<RowKey, Long> sent = new HashMap<>();
        answers.forEach((row, answer) -> {
            RecordMetadata metadata = answered(answer);
            own.add(new Place(metadata.topic(), metadata.partition(), metadata.offset()));
            sent.put(row, metadata.offset());
        });
        return sent;
    }

    private static RecordMetadata answered(Future<RecordMetadata> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a letter could not be replayed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while letters were replayed", e);
        }
    }

    /** What to commit when letters are settled. */
    private record Commits(LetterBox box, Map<TopicPartition, Set<Long>> all) {

        Map<TopicPartition, OffsetAndMetadata> of(Set<DeadLetter> letters) {
            Map<TopicPartition, Set<Long>> settled = letters.stream()
                    .map(DeadLetter::place)
                    .collect(Collectors.groupingBy(
                            Place::topicPartition, Collectors.mapping(Place::offset, Collectors.toSet())));
            Map<TopicPartition, OffsetAndMetadata> commits = new HashMap<>(box.commits());
            settled.forEach((partition, offsets) -> commits.put(
                    partition,
                    box.settled(partition)
                            .with(all.getOrDefault(partition, Set.of()), offsets)
                            .toCommit()));
            return commits;
        }
    }
}
