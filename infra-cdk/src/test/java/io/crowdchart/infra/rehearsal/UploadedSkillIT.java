package io.crowdchart.infra.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.lambda.FunctionProcess;
import io.crowdchart.embedded.lambda.Outcome;
import io.crowdchart.embedded.lambda.RuntimeApiStub;
import io.crowdchart.infra.rehearsal.aws.Resource;
import io.crowdchart.model.chart.ChartWindow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The functions as they were uploaded, with the environment that their template gives them; only the host and the port of the
 * cache are others, and a certificate of the rehearsal's own is trusted. They start from a snapshot where the template says so,
 * and log in with a token of IAM, over TLS, as users that may do what the template lets them.
 */
@Tag("rehearsal")
class UploadedSkillIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String LAUNCH = """
            {"version": "1.0",
             "session": {"new": true, "sessionId": "s", "application": {"applicationId": "%1$s"}, "user": {"userId": "u"}},
             "context": {"System": {"application": {"applicationId": "%1$s"}, "user": {"userId": "u"},
               "device": {"deviceId": "d", "supportedInterfaces": {}}, "apiEndpoint": "https://api.amazonalexa.com"}},
             "request": {"type": "LaunchRequest", "requestId": "r", "timestamp": "2026-11-23T06:00:00Z",
               "locale": "en-US"}}""";

    private static final String SCHEDULED = """
            {"version": "0", "id": "1", "detail-type": "Scheduled Event", "source": "aws.events", "account": "123456789012",
             "time": "2026-11-23T06:00:00Z", "region": "eu-west-1", "resources": [], "detail": {}}""";

    /** What Lambda gives to a function without a snapshot. */
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKID", "AWS_SECRET_ACCESS_KEY", "made-up", "AWS_SESSION_TOKEN", "made-up");

    @TempDir
    private static Path folder;

    private static Rehearsal rehearsal;
    private static RehearsalRedis redis;

    private final RuntimeApiStub api = RuntimeApiStub.start();

    @BeforeAll
    static void start() {
        assumeTrue(FunctionProcess.isSupportedHere(), "the runtime interface client runs on Linux only");
        rehearsal = Rehearsal.once();
        redis = RehearsalRedis.start(folder, rehearsal.stack("Cache"));
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @AfterAll
    static void stopRedis() {
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    void the_skill_answers_Alexa() throws IOException {
        Resource function = function("ChartSkillHandler");
        assertThat(function.properties().at("/SnapStart/ApplyOn").asText()).isEqualTo("PublishedVersions");
        try (FunctionProcess process = started(function)) {
            String skillId = variables(function).path("SKILL_ID").asText();

            String said = response(LAUNCH.formatted(skillId))
                    .at("/response/outputSpeech/ssml")
                    .asText();

            assertThat(said).as(process.output()).contains("Number one is Hey Jude");
            assertThat(api.refused()).isEmpty();
            assertThat(redis.errors()).doesNotContain("NOPERM");
        }
    }

    @Test
    void a_request_for_another_skill_is_no_answer() {
        try (FunctionProcess process = started(function("ChartSkillHandler"))) {
            String other = Rehearsal.SKILL_ID.replace('0', '1');

            assertThat(api.invoke(LAUNCH.formatted(other), PATIENCE))
                    .as(process.output())
                    .isInstanceOf(Outcome.Fault.class);
        }
    }

    @Test
    void the_probe_measures_what_the_alarms_watch() throws IOException {
        try (FunctionProcess process = started(function("FreshnessProbe"))) {
            assertThat(response(SCHEDULED).asText()).as(process.output()).isEqualTo("fresh");

            String line = process.output()
                    .lines()
                    .filter(text -> text.startsWith("{\"_aws\":"))
                    .findFirst()
                    .orElseThrow();
            JsonNode metric = new ObjectMapper().readTree(line);
            Set<String> measured = StreamSupport.stream(
                            metric.at("/_aws/CloudWatchMetrics/0/Metrics").spliterator(), false)
                    .map(described -> described.path("Name").asText())
                    .collect(Collectors.toSet());
            assertThat(watched(metric)).isNotEmpty().isSubsetOf(measured);
        }
    }

    /** The metrics of the alarms with the namespace and the dimensions of this one. */
    private static Set<String> watched(JsonNode metric) {
        String namespace = metric.at("/_aws/CloudWatchMetrics/0/Namespace").asText();
        return rehearsal.stack("Observability").resources().stream()
                .filter(resource -> resource.type().equals("AWS::CloudWatch::Alarm"))
                .map(Resource::properties)
                .filter(alarm -> alarm.path("Namespace").asText().equals(namespace))
                .filter(alarm -> !alarm.path("Dimensions").isEmpty())
                .filter(alarm -> alarm.at("/Dimensions/0/Value")
                        .asText()
                        .equals(metric.path(alarm.at("/Dimensions/0/Name").asText())
                                .asText()))
                .map(alarm -> alarm.path("MetricName").asText())
                .collect(Collectors.toSet());
    }

    private JsonNode response(String event) throws IOException {
        Outcome outcome = api.invoke(event, PATIENCE);
        assertThat(outcome).isInstanceOf(Outcome.Response.class);
        return new ObjectMapper().readTree(((Outcome.Response) outcome).body());
    }

    /** Ready for its first event; where the template wants a snapshot, restored from it. */
    private FunctionProcess started(Resource function) {
        JsonNode code = function.properties().path("Code");
        byte[] zip = rehearsal.object(
                code.path("S3Bucket").asText() + "/" + code.path("S3Key").asText());
        boolean hasSnapshot =
                function.properties().at("/SnapStart/ApplyOn").asText().equals("PublishedVersions");
        Map<String, String> environment = new HashMap<>();
        variables(function)
                .properties()
                .forEach(variable ->
                        environment.put(variable.getKey(), variable.getValue().asText()));
        environment.putAll(redis.replacements());
        environment.putAll(hasSnapshot ? ofSnapshot() : KEYS);
        FunctionProcess process = FunctionProcess.start(
                Zip.unpack(zip, folder.resolve("function")),
                function.properties().path("Handler").asText(),
                environment,
                api);
        if (hasSnapshot) {
            api.awaitCheckpoint(PATIENCE);
            api.restore();
        }
        return process;
    }

    private static Map<String, String> ofSnapshot() {
        Map<String, String> variables = new HashMap<>(redis.credentials());
        variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        return variables;
    }

    private static JsonNode variables(Resource function) {
        return function.properties().at("/Environment/Variables");
    }

    private static Resource function(String handler) {
        List<Resource> functions = rehearsal.stack("Skill").resources().stream()
                .filter(resource -> resource.type().equals("AWS::Lambda::Function"))
                .filter(resource ->
                        resource.properties().path("Handler").asText().equals("io.crowdchart.lambda." + handler))
                .toList();
        assertThat(functions).as(handler).hasSize(1);
        return functions.get(0);
    }

    @BeforeEach
    void writeChart() {
        TopicPart part = new TopicPart("song_ranking", 0);
        Position start = new Position("jRMr0J4mR_-bYnPzW0Pk1g", 0);
        Instant now = Clock.systemUTC().instant();
        ChartBatch batch = new ChartBatch(
                Map.of(part, new Advance(start, 1)),
                Map.of(ChartWindow.ALL_TIME, Map.of("hey jude", 3L, "let it be", 2L)),
                Map.of("hey jude", "Hey Jude", "let it be", "Let It Be"),
                Map.of("bluesky", new ChartBatch.Pulse(ChronoUnit.MICROS.between(Instant.EPOCH, now), ZoneOffset.UTC)));
        try (ChartWriter writer = redis.charts().writer()) {
            assertThat(writer.rebuild(Map.of(part, start)).orElseThrow().finish(Map.of(part, start)))
                    .isTrue();
            writer.write(batch);
        }
    }
}
