package io.crowdchart.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaBrokerIT {

    private static final String TOPIC = "songs";

    @TempDir
    Path folder;

    @Test
    void transactions_and_topics_survive_a_restart_on_other_ports() throws Exception {
        String firstAddress;
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            firstAddress = broker.bootstrapServers();
            broker.createTopics(List.of(compacted()));
            sendCommitted(broker, "july");
            sendAborted(broker, "nobody");
        }

        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            sendCommitted(broker, "hey jude");

            assertThat(broker.bootstrapServers()).isNotEqualTo(firstAddress);
            assertThat(committed(broker, 2)).containsExactly("july", "hey jude");
        }
    }

    @Test
    void a_restarted_broker_is_found_by_the_clients_that_it_had() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            broker.createTopics(List.of(compacted()));
            try (KafkaProducer<String, String> producer = producer(broker)) {
                sendCommitted(producer, "july");

                broker.restart();

                sendCommitted(producer, "hey jude");
            }
            assertThat(committed(broker, 2)).containsExactly("july", "hey jude");
        }
    }

    @Test
    void making_a_topic_again_leaves_it_as_it_is() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder)) {
            broker.createTopics(List.of(compacted()));
            sendCommitted(broker, "july");

            broker.createTopics(List.of(compacted(), new NewTopic("titles", 2, (short) 1)));

            assertThat(committed(broker, 1)).containsExactly("july");
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                var topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
                assertThat(admin.describeConfigs(List.of(topic)).all().get().values())
                        .singleElement()
                        .satisfies(config -> assertThat(config.entries())
                                .anyMatch(entry -> entry.name().equals("cleanup.policy")
                                        && entry.value().equals("compact")));
                assertThat(admin.describeTopics(List.of("titles"))
                                .allTopicNames()
                                .get()
                                .values())
                        .singleElement()
                        .satisfies(topics -> assertThat(topics.partitions()).hasSize(2));
            }
        }
    }

    @Test
    void closing_twice_is_harmless() {
        KafkaBroker broker = KafkaBroker.start(folder);
        broker.close();
        broker.close();
    }

    private static NewTopic compacted() {
        return new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
    }

    private static void sendCommitted(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(broker)) {
            sendCommitted(producer, value);
        }
    }

    private static void sendCommitted(KafkaProducer<String, String> producer, String value) throws Exception {
        producer.beginTransaction();
        producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
        producer.commitTransaction();
    }

    private static void sendAborted(KafkaBroker broker, String value) throws Exception {
        try (KafkaProducer<String, String> producer = producer(broker)) {
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(TOPIC, value, value)).get();
            producer.abortTransaction();
        }
    }

    private static KafkaProducer<String, String> producer(KafkaBroker broker) {
        KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test"),
                new StringSerializer(),
                new StringSerializer());
        producer.initTransactions();
        return producer;
    }

    private static List<String> committed(KafkaBroker broker, int count) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", broker.bootstrapServers(),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(TOPIC, 0)));
            List<String> values = new ArrayList<>();
            while (values.size() < count) {
                StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                        .map(record -> record.value())
                        .forEach(values::add);
            }
            return values;
        }
    }
}
