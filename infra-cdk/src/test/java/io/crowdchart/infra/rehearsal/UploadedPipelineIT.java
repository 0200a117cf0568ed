package io.crowdchart.infra.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertAll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.security.auth.spi.LoginModule;
import org.apache.kafka.clients.KafkaClient;
import org.apache.kafka.common.security.auth.AuthenticateCallbackHandler;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The task of Kafka Connect as it was uploaded, between a real broker, a real Redis and a Jetstream server; see {@link
 * ConnectTask} for what is other than in AWS.
 */
@Tag("rehearsal")
class UploadedPipelineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String POST = """
            {"did": "did:plc:pix6ea6qom66zjojyaekctbr", "time_us": %d, "kind": "commit",
             "commit": {"rev": "3mmoojp7vgo2g", "operation": "create", "collection": "app.bsky.feed.post",
              "rkey": "3mmoojp7etg2g", "cid": "bafyreidqpc7si3dbimffi64lz3xsx2qt45ip7rpna2qpslcddp23itjjzm",
              "record": {"$type": "app.bsky.feed.post", "createdAt": "2026-11-23T06:00:00.000Z", "langs": ["en"],
               "text": "#KafkaSummit [Hey Jude]"}}}""";

    private static final List<AutoCloseable> OPENED = new ArrayList<>();

    @TempDir
    private static Path folder;

    private static Rehearsal rehearsal;
    private static RehearsalRedis redis;
    private static JetstreamServer jetstream;
    private static TopicClient topics;
    private static ConnectTask task;

    @BeforeAll
    static void start() throws IOException {
        rehearsal = Rehearsal.once();
        redis = opened(RehearsalRedis.start(folder, rehearsal.stack("Cache")));
        KafkaBroker broker =
                opened(KafkaBroker.startWithPassword(folder.resolve("kafka"), ConnectTask.USER, ConnectTask.PASSWORD));
        broker.createTopics(TopicClient.of(rehearsal.stack("Streaming")));
        topics = opened(new TopicClient(broker));
        jetstream = opened(JetstreamServer.start());
        Path room = Files.createDirectory(folder.resolve("task"));
        task = opened(ConnectTask.start(rehearsal, room, broker, jetstream, redis));
        // Where it does not come up at all, no test has to wait for it again.
        task.awaitRunning(PATIENCE);
    }

    private static <T extends AutoCloseable> T opened(T resource) {
        OPENED.add(resource);
        return resource;
    }

    @AfterAll
    static void stop() {
        // Each, whatever becomes of the others; the last that was opened first.
        assertAll(IntStream.range(0, OPENED.size())
                .mapToObj(fromLast -> OPENED.get(OPENED.size() - 1 - fromLast)::close));
    }

    /** One test leaves a connector that comes back. */
    @BeforeEach
    void awaitRunning() {
        task.awaitRunning(PATIENCE);
    }

    @Test
    void the_side_car_puts_both_connectors_and_then_leaves_them_alone() {
        assertThat(task.said("chart-sink was missing; it was put")).isNotEmpty();
        assertThat(task.said("jetstream-source was missing; it was put")).isNotEmpty();
        int put = task.said(" put").size();
        int looks = task.looks().size();

        await().atMost(PATIENCE).until(() -> task.looks().size() > looks + 2);

        assertThat(task.said(" put")).hasSize(put);
        assertThat(task.looks().get(looks + 1))
                .isEqualTo("{\"connectors\":2,\"failedConnectors\":0,\"failedTasks\":0}");
    }

    @Test
    void the_worker_answers_to_the_health_check_of_its_container() {
        assertThat(task.asked("GET", "/health", "")).contains("\"status\":\"healthy\"");
    }

    @Test
    void the_classes_of_the_log_in_are_beside_the_plugin() throws Exception {
        URL[] jar = {task.file("aws-msk-iam-auth.jar").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(jar, KafkaClient.class.getClassLoader())) {
            assertThat(loader.loadClass(task.variable("KAFKA_SASL_CALLBACK_HANDLER")))
                    .isAssignableTo(AuthenticateCallbackHandler.class);
            assertThat(loader.loadClass(task.variable("KAFKA_SASL_JAAS_CONFIG").split(" ", 2)[0]))
                    .isAssignableTo(LoginModule.class);
        }
    }

    @Test
    void ksqlDB_runs_the_statements_that_the_twin_is_held_to() throws IOException {
        Resource ksql = rehearsal.stack("Pipeline").resource("AWS::ECS::TaskDefinition", "Ksql");
        try (TaskFolder server = new TaskFolder(Files.createDirectory(folder.resolve("ksql")), List.of("/files"))) {
            server.give(Allowed.objects(rehearsal, ksql));
            Files.createDirectories(server.at("/files"));
            server.run(Container.of(ksql, "fetch"));

            String statements = Container.of(ksql, "server").environment().getOrDefault("KSQL_KSQL_QUERIES_FILE", "");

            assertThat(server.at(statements))
                    .hasSameBinaryContentAs(ProjectCopy.PROJECT.resolve("pipeline/ksql/statements/chart.sql"));
        }
    }

    @Test
    void a_configuration_that_somebody_changed_is_put_anew() throws IOException {
        String wanted = task.asked("GET", "/connectors/chart-sink/config", "");
        String changed = wanted.replace("\"tasks.max\":\"1\"", "\"tasks.max\":\"2\"");
        assertThat(changed).isNotEqualTo(wanted);

        task.asked("PUT", "/connectors/chart-sink/config", changed);

        await().atMost(PATIENCE)
                .until(() -> !task.said("chart-sink had another configuration; it was put anew")
                        .isEmpty());
        assertThat(JSON.readTree(task.asked("GET", "/connectors/chart-sink/config", "")))
                .isEqualTo(JSON.readTree(wanted));
    }

    @Test
    void a_connector_that_somebody_removed_comes_back() {
        int put = task.said("jetstream-source was missing; it was put").size();

        task.rest().delete("jetstream-source");

        await().atMost(PATIENCE)
                .until(() ->
                        task.said("jetstream-source was missing; it was put").size() > put);
    }

    @Test
    void the_metrics_are_counted_from_what_the_side_car_says() throws IOException {
        await().atMost(PATIENCE).until(() -> !task.looks().isEmpty());
        JsonNode line = JSON.readTree(task.looks().get(0));

        List<String> fields = filters()
                .map(filter -> filter.at("/MetricTransformations/0/MetricValue").asText())
                .filter(value -> value.startsWith("$."))
                .toList();

        assertThat(fields).isNotEmpty().allMatch(field -> line.has(field.substring(2)));
    }

    @Test
    void a_post_becomes_a_vote() {
        await().atMost(PATIENCE).until(() -> !jetstream.clients().isEmpty());

        jetstream.publish(POST.formatted(micros()).replace("\n", ""));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.values(Topic.VOTES.topicName()))
                        .anyMatch(vote -> vote.contains("\"TITLE\":\"Hey Jude\"")));
    }

    @Test
    void rankings_become_a_chart_by_a_user_that_may_do_no_more_than_that() {
        topics.send(Topic.SONG_TITLES.topicName(), "\"hey jude\"", "{\"TITLE\":\"Hey Jude\"}");
        topics.send(Topic.SONG_RANKING.topicName(), "\"hey jude\"", "{\"VOTES\":690}");
        topics.send(Topic.PULSE.topicName(), "\"bluesky\"", "{\"SEEN_AT\":" + micros() + ",\"ZONE\":\"UTC\"}");

        try (ChartReader reader = redis.charts().reader(Duration.ofHours(1))) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(reader.read(ChartQuery.top(ChartWindow.ALL_TIME, 1)))
                            .isInstanceOfSatisfying(
                                    ChartAnswer.Fresh.class,
                                    answer -> assertThat(answer.view().lines())
                                            .singleElement()
                                            .asString()
                                            .contains("Hey Jude", "690")));
        }
        assertThat(redis.errors()).doesNotContain("NOPERM");
    }

    @Test
    void a_record_that_is_put_aside_shows_in_the_log_as_the_filter_expects_it() {
        topics.send(Topic.SONG_RANKING.topicName(), "\"nobody\"", "{\"VOTES\":\"many\"}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(topics.values(Topic.CHART_DEAD_LETTERS.topicName()))
                        .contains("{\"VOTES\":\"many\"}"));
        List<String> texts = filters()
                .filter(filter -> filter.path("LogGroupName").asText().contains("Connect"))
                .map(filter -> filter.path("FilterPattern").asText())
                .filter(pattern -> pattern.startsWith("\""))
                .toList();
        assertThat(texts)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(task.log()).contains(text.substring(1, text.length() - 1)));
    }

    private static Stream<JsonNode> filters() {
        return rehearsal.stacks().values().stream()
                .flatMap(stack -> stack.resources().stream())
                .filter(resource -> resource.type().equals("AWS::Logs::MetricFilter"))
                .map(Resource::properties);
    }

    private static long micros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Clock.systemUTC().instant());
    }
}
