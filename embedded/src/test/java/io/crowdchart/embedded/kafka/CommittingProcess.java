package io.crowdchart.embedded.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A broker and its writers in one process, until it is killed. Each transaction writes its name to every partition; the
 * name of a committed one is said. Started with the broker's folder and the name of the round.
 */
final class CommittingProcess {

    static final String COMMITTED = "committed ";
    static final int WRITERS = 8;

    private static final List<NewTopic> TOPICS = Stream.of("songs", "votes", "titles", "charts")
            .map(name -> new NewTopic(name, 5, (short) 1))
            .toList();

    private final String bootstrapServers;
    private final String round;

    private CommittingProcess(String bootstrapServers, String round) {
        this.bootstrapServers = bootstrapServers;
        this.round = round;
    }

    static List<TopicPartition> partitions() {
        return TOPICS.stream()
                .flatMap(topic -> IntStream.range(0, topic.numPartitions())
                        .mapToObj(partition -> new TopicPartition(topic.name(), partition)))
                .toList();
    }

    public static void main(String[] arguments) {
        ChildJvm.endWithParent();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        KafkaBroker broker = KafkaBroker.start(Path.of(arguments[0]));
        broker.createTopics(TOPICS);
        var process = new CommittingProcess(broker.bootstrapServers(), arguments[1]);
        for (int writer = 0; writer < WRITERS; writer++) {
            // Nobody takes up the transactions of an earlier round: only the broker can finish them.
            String id = process.round + "-" + writer;
            new Thread(() -> process.commitForEver(id)).start();
        }
    }

    private void commitForEver(String writer) {
        try (KafkaProducer<String, String> producer = producer(writer)) {
            producer.initTransactions();
            for (int number = 0; ; number++) {
                String transaction = writer + "-" + number;
                producer.beginTransaction();
                for (TopicPartition partition : partitions()) {
                    Future<?> unused = producer.send(
                            new ProducerRecord<>(partition.topic(), partition.partition(), null, transaction));
                }
                producer.commitTransaction();
                System.out.println(COMMITTED + transaction);
            }
        }
    }

    private KafkaProducer<String, String> producer(String writer) {
        return new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        writer,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        10_000),
                new StringSerializer(),
                new StringSerializer());
    }
}
