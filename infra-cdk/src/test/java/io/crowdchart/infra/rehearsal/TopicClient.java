package io.crowdchart.infra.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.infra.rehearsal.aws.StackView;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topics of a broker, by its door for those who need no password. */
final class TopicClient implements AutoCloseable {

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    TopicClient(KafkaBroker broker) {
        bootstrapServers = broker.bootstrapServers();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers), new StringSerializer(), new StringSerializer());
    }

    /** The topics of a stack, but with one copy of everything. */
    static List<NewTopic> of(StackView streaming) {
        return streaming.resources().stream()
                .filter(resource -> resource.type().equals("AWS::MSK::Topic"))
                .map(TopicClient::topic)
                .toList();
    }

    private static NewTopic topic(Resource resource) {
        Properties configs = new Properties();
        String encoded = resource.properties().path("Configs").asText();
        try {
            configs.load(new StringReader(new String(Base64.getDecoder().decode(encoded), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        configs.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
        settings.remove("min.insync.replicas");
        return new NewTopic(
                        resource.properties().path("TopicName").asText(),
                        resource.properties().path("PartitionCount").asInt(),
                        (short) 1)
                .configs(settings);
    }

    void send(String topic, String key, String value) {
        var unused = producer.send(new ProducerRecord<>(topic, key, value));
        producer.flush();
    }

    /** The values in a topic that were committed. */
    List<String> values(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(TopicClient::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> values = new ArrayList<>();
            for (ConsumerRecord<String, String> entry : consumer.poll(Duration.ofSeconds(1))) {
                values.add(entry.value());
            }
            return values;
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
