package io.crowdchart.embedded.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.kafka.KafkaBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectWorkerIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    static Path folder;

    private static KafkaBroker broker;
    private static ConnectWorker worker;

    @BeforeAll
    static void start() {
        broker = KafkaBroker.start(folder.resolve("kafka"));
        broker.createTopics(List.of(
                new NewTopic("greetings", 1, (short) 1),
                new NewTopic("once", 1, (short) 1),
                new NewTopic("failures", 1, (short) 1)));
        worker = ConnectWorker.start(WorkerSettings.of(
                broker.bootstrapServers(), folder.resolve("plugins"), Map.of("GREETING", "hello, chart")));
    }

    @AfterAll
    static void stop() {
        if (worker != null) {
            worker.close();
            worker.close();
        }
        broker.close();
    }

    @Test
    void a_connector_runs_with_the_values_given_to_the_worker() {
        String name = worker.rest().put("""
                {"name": "greeter",
                 "config": {
                   "connector.class": "io.crowdchart.embedded.connect.GreetingSource",
                   "value.converter": "org.apache.kafka.connect.storage.StringConverter",
                   "greeting": "${env:GREETING}",
                   "topic": "greetings"}}
                """);

        ConnectorStatus status = worker.rest().awaitRunning(name, LIMIT);

        assertThat(status.tasks()).hasSize(1);
        await().atMost(LIMIT).untilAsserted(() -> assertThat(read("greetings")).containsExactly("hello, chart"));
    }

    @Test
    void a_restarted_source_goes_on_from_its_stored_place_until_it_is_reset() {
        worker.rest().put("once", config("once", "hi"));
        worker.rest().awaitRunning("once", LIMIT);
        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(worker.rest().offsets("once"))
                        .containsExactly(new ConnectorOffset(Map.of("of", "world"), Map.of("done", 1))));

        worker.rest().restart("once");
        worker.rest().awaitRunning("once", LIMIT);
        worker.rest().stop("once");
        worker.rest().awaitState("once", "STOPPED", LIMIT);
        assertThat(read("once")).containsExactly("hi");

        worker.rest().resetOffsets("once");
        worker.rest().resume("once");
        await().atMost(LIMIT).untilAsserted(() -> assertThat(read("once")).containsExactly("hi", "hi"));
    }

    @Test
    void a_refused_configuration_is_an_error_with_the_workers_words() {
        Map<String, String> incomplete = new HashMap<>(config("failures", "hi"));
        incomplete.remove("greeting");

        assertThatThrownBy(() -> worker.rest().put("incomplete", incomplete))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("PUT /connectors/incomplete/config answered 400")
                .hasMessageContaining("greeting");
    }

    @Test
    void a_placeholder_without_a_value_is_an_error_that_names_it() {
        assertThatThrownBy(() -> worker.rest().put("unfilled", config("failures", "${env:MISSING}")))
                .isInstanceOf(ConnectRestException.class)
                .hasMessageContaining("no value for MISSING");
    }

    @Test
    void waiting_for_a_failing_connector_ends_with_its_reason() {
        worker.rest().put("failing", config("failures", "fail"));

        assertThatThrownBy(() -> worker.rest().awaitRunning("failing", LIMIT))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the connector failing failed")
                .hasMessageContaining("told to fail");
    }

    @Test
    void a_deleted_connector_is_unknown() {
        worker.rest().put("short-lived", config("failures", "hi"));
        worker.rest().awaitRunning("short-lived", LIMIT);

        worker.rest().delete("short-lived");

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThatThrownBy(() -> worker.rest().status("short-lived"))
                        .isInstanceOf(ConnectRestException.class)
                        .hasMessageContaining("404"));
    }

    private static Map<String, String> config(String topic, String greeting) {
        return Map.of(
                "connector.class",
                GreetingSource.class.getName(),
                "value.converter",
                "org.apache.kafka.connect.storage.StringConverter",
                "greeting",
                greeting,
                "topic",
                topic);
    }

    private static List<String> read(String topic) {
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<String> values = new ArrayList<>();
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                StreamSupport.stream(consumer.poll(Duration.ofMillis(200)).spliterator(), false)
                        .map(record -> record.value())
                        .forEach(values::add);
            }
            return values;
        }
    }
}
