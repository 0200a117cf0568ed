package io.crowdchart.infra.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.embedded.connect.ConnectRest;
import io.crowdchart.embedded.connect.ConnectorStatus;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.model.chart.ChartWindow;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The task of Kafka Connect as it was uploaded: its containers run their own commands on the files that they fetch, with the
 * environment that the template gives them, on topics made as the template says. Other than there are the addresses, the number
 * of copies, and the log-in, which is by password: the clients have to take it from the same settings.
 */
@Tag("rehearsal")
class UploadedPipelineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final List<String> CONNECTORS = List.of("chart-sink", "jetstream-source");

    @TempDir
    private static Path folder;

    private static final List<AutoCloseable> opened = new ArrayList<>();

    private static Rehearsal rehearsal;
    private static KafkaBroker broker;
    private static RehearsalRedis redis;
    private static JetstreamServer jetstream;
    private static TaskFolder.Running worker;
    private static TaskFolder.Running sideCar;
    private static ConnectRest rest;

    @BeforeAll
    static void start() throws IOException {
        rehearsal = Rehearsal.once();
        redis = opened(RehearsalRedis.start(folder, rehearsal.stack("Cache")));
        broker = opened(KafkaBroker.startWithPassword(folder.resolve("kafka"), "connect", "made-up"));
        broker.createTopics(topics());
        jetstream = opened(JetstreamServer.start());
        startTask();
    }

    private static void startTask() throws IOException {
        Resource definition = rehearsal.stack("Pipeline").resource("AWS::ECS::TaskDefinition", "Connect");
        TaskFolder task = opened(new TaskFolder(
                Files.createDirectory(folder.resolve("task")), List.of("/files", "/opt/kafka", "/tmp/plugins")));
        task.give(Allowed.objects(rehearsal, definition));
        Files.createDirectories(task.at("/files"));
        task.run(Container.of(definition, "fetch"));

        int port = freePort();
        task.script(task.at("/opt/kafka/bin/connect-distributed.sh"), KafkaImage.connectDistributed());
        task.adapt("/files/start-worker.sh", text -> text);
        task.adapt("/files/worker.properties", text -> text.replace("0.0.0.0:8083", "127.0.0.1:" + port));
        worker = task.start(Container.of(definition, "worker"), replacements(definition), List.of());

        Container keeper = Container.of(definition, "keep-connectors");
        List<String> command = keeper.command().stream()
                .map(word -> word.replace("127.0.0.1:8083", "127.0.0.1:" + port))
                .toList();
        // It looks each second, so that nobody waits for it.
        sideCar = task.start(
                new Container(command, keeper.environment(), keeper.secrets()), Map.of(), List.of("1"));
        rest = new ConnectRest(URI.create("http://127.0.0.1:" + port));
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        opened.add(resource);
        return resource;
    }

    @AfterAll
    static void stop() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
        opened.clear();
    }

    @Test
    void the_side_car_puts_both_connectors_and_then_leaves_them_alone() {
        awaitRunning();
        int looks = looks().size();
        await().atMost(PATIENCE).until(() -> looks().size() > looks + 2);

        for (String connector : CONNECTORS) {
            assertThat(said(connector + " was missing; it was put")).as(sideCar.output()).hasSize(1);
        }
        assertThat(looks().get(looks().size() - 1))
                .isEqualTo("{\"connectors\":2,\"failedConnectors\":0,\"failedTasks\":0}");
    }

    @Test
    void a_configuration_that_somebody_changed_is_put_anew() throws IOException {
        awaitRunning();
        Map<String, String> changed = config("chart-sink");
        changed.put("tasks.max", "2");

        rest.put("chart-sink", changed);

        await().atMost(PATIENCE)
                .until(() -> !said("chart-sink had another configuration; it was put anew").isEmpty());
        assertThat(rest.config("chart-sink")).isEqualTo(withName(config("chart-sink"), "chart-sink"));
        awaitRunning();
    }

    @Test
    void a_connector_that_somebody_removed_comes_back() {
        awaitRunning();

        rest.delete("jetstream-source");

        await().atMost(PATIENCE)
                .until(() -> said("jetstream-source was missing; it was put").size() >= 2);
        awaitRunning();
    }

    @Test
    void a_post_becomes_a_vote() {
        jetstream.publish(post("#KafkaSummit [Hey Jude]"));

        assertThat(firstValue("votes")).contains("\"SONG\":\"hey jude\"", "\"TITLE\":\"Hey Jude\"");
    }

    @Test
    void rankings_become_a_chart() {
        send("song_titles", "\"hey jude\"", "{\"TITLE\":\"Hey Jude\"}");
        send("song_ranking", "\"hey jude\"", "{\"VOTES\":690}");
        send("pulse", "\"bluesky\"", "{\"SEEN_AT\":" + micros(CLOCK.instant()) + ",\"ZONE\":\"UTC\"}");

        try (ChartReader reader = redis.charts().reader(Duration.ofDays(1))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1)))
                            .isInstanceOfSatisfying(ChartAnswer.Fresh.class, answer -> assertThat(answer.toString())
                                    .contains("Hey Jude", "690")));
        }
        assertThat(redis.errors()).doesNotContain("NOPERM");
    }

    private static void awaitRunning() {
        for (String connector : CONNECTORS) {
            await(connector).atMost(PATIENCE).ignoreExceptions().until(() -> {
                if (!worker.process().isAlive()) {
                    throw new AssertionError("the worker has ended: " + worker.output());
                }
                ConnectorStatus status = rest.status(connector);
                if (status.failed()) {
                    throw new AssertionError(connector + ": " + status.failure());
                }
                return status.running();
            });
        }
    }

    private static List<String> said(String text) {
        return sideCar.output().lines().filter(line -> line.contains(text)).toList();
    }

    /** One line a look. */
    private static List<String> looks() {
        return sideCar.output().lines().filter(line -> line.startsWith("{")).toList();
    }

    private static Map<String, String> replacements(Resource definition) {
        Map<String, String> values = new HashMap<>(redis.replacements());
        for (String secret : Container.of(definition, "worker").secrets()) {
            values.put(secret, "made-up-" + secret);
        }
        values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServersWithPassword());
        values.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        values.put("KAFKA_SASL_MECHANISM", "PLAIN");
        values.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"connect\""
                        + " password=\"made-up\";");
        values.put(
                "KAFKA_SASL_CALLBACK_HANDLER",
                "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler");
        values.put("KAFKA_REPLICATION", "1");
        values.put("DEAD_LETTERS_REPLICATION", "1");
        values.put("JETSTREAM_HOSTS", jetstream.uri().toString());
        values.put("JETSTREAM_START", "earliest");
        return values;
    }

    private static List<NewTopic> topics() throws IOException {
        List<NewTopic> topics = new ArrayList<>();
        for (Resource resource : rehearsal.stack("Streaming").resources()) {
            if (resource.type().equals("AWS::MSK::Topic")) {
                JsonNode topic = resource.properties();
                Properties configs = new Properties();
                configs.load(new StringReader(
                        new String(Base64.getDecoder().decode(topic.path("Configs").asText()), UTF_8)));
                Map<String, String> settings = new HashMap<>();
                configs.forEach((name, value) -> settings.put(String.valueOf(name), String.valueOf(value)));
                settings.remove("min.insync.replicas");
                topics.add(new NewTopic(
                                topic.path("TopicName").asText(),
                                topic.path("PartitionCount").asInt(),
                                (short) 1)
                        .configs(settings));
            }
        }
        return topics;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
