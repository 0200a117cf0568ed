package io.crowdchart.ksql.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartTopology;
import io.crowdchart.model.topic.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinOnBrokerIT {

    /** What a broker just takes; a copy with a reason would be too large. */
    private static final int LARGEST = 1_048_400;

    @TempDir
    Path folder;

    private KafkaBroker broker;
    private KafkaStreams twin;
    private KafkaEngine engine;

    @BeforeEach
    void start() {
        broker = KafkaBroker.start(folder.resolve("kafka"));
        engine = new KafkaEngine(broker.bootstrapServers(), Duration.ofSeconds(60), Duration.ofMillis(500));
        engine.createTopics(List.of(Topic.values()));
        Properties settings = new Properties();
        settings.putAll(ChartStreamsConfig.local(broker.bootstrapServers(), folder.resolve("streams"))
                .toProperties());
        twin = new KafkaStreams(ChartTopology.create(), settings);
        twin.start();
    }

    @AfterEach
    void stop() {
        if (twin != null) {
            twin.close(Duration.ofSeconds(20));
        }
        if (broker != null) {
            broker.close();
        }
    }

    @Test
    void all_cases_together_give_their_tables() {
        CaseRun run = CaseRun.of(CaseFiles.all(), engine);

        assertThat(run.report()).doesNotContain("DIFFERENT");
        assertThat(run.passed()).isTrue();
    }

    @Test
    void the_command_for_ksqldb_finds_them_right() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (StubKsqlServer stub = new StubKsqlServer(null)) {
            List<String> arguments =
                    List.of("--ksql", stub.address().toString(), "--bootstrap", broker.bootstrapServers());

            int status = KsqlCases.run(arguments, new PrintStream(out, true, StandardCharsets.UTF_8), System.err);

            assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("All tables are as they must be.\n");
            assertThat(status).isZero();
        }
    }

    @Test
    void rows_that_no_case_expects_are_found() {
        engine.send(List.of(new Step("votes", bytes("stray"), bytes("{\"VOTER\":\"A\",\"SONG\":\"stray\"}"))));

        CaseRun run = CaseRun.of(CaseFiles.all().subList(0, 1), engine);

        assertThat(run.passed()).isFalse();
        assertThat(run.report())
                .contains("ok         01-votes-are-counted-by-voter")
                .contains("DIFFERENT  song_ranking \"stray\": expected no row, was {\"VOTES\":1}");
    }

    @Test
    void dead_letters_are_readable_at_once_even_when_nothing_else_arrives() {
        engine.send(List.of(new Step("votes", bytes("p"), bytes("x".repeat(LARGEST)))));

        Map<String, Object> settings = new HashMap<>(
                Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", "read_committed"));
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition(Topic.KSQL_DEAD_LETTERS.topicName(), 0)));
            consumer.seekToBeginning(consumer.assignment());
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(consumer.poll(Duration.ofMillis(200)))
                            .extracting(ConsumerRecord::key)
                            .containsExactly("p"));
        }
        assertThat(twin.state()).isEqualTo(KafkaStreams.State.RUNNING);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
