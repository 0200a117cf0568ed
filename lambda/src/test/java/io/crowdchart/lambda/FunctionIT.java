package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.lambda.CredentialsEndpoint;
import io.crowdchart.embedded.lambda.FunctionFaultException;
import io.crowdchart.embedded.lambda.FunctionProcess;
import io.crowdchart.embedded.lambda.Outcome;
import io.crowdchart.embedded.lambda.RuntimeApiStub;
import io.crowdchart.embedded.proxy.TlsProxy;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged zip as Lambda runs it: by AWS's own runtime interface client, in a process of its own. */
class FunctionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String SKILL = ChartSkillHandler.class.getName();
    private static final String PROBE = "io.crowdchart.lambda.FreshnessProbe";
    private static final String USER = "chart-skill";

    private static final String SCHEDULED = """
            {
              "version": "0",
              "id": "53dc4d37-cffa-4f76-80c9-8b7d4a4d2eaa",
              "detail-type": "Scheduled Event",
              "source": "aws.events",
              "account": "123456789012",
              "time": "2026-11-23T06:00:00Z",
              "region": "us-east-1",
              "resources": ["arn:aws:events:us-east-1:123456789012:rule/probe"],
              "detail": {}
            }
            """;

    @TempDir
    private static Path folder;

    private static Path function;
    private static Path keystore;

    private final RuntimeApiStub api = RuntimeApiStub.start();
    private final CredentialsEndpoint credentials = CredentialsEndpoint.start();
    private RedisServer redis;
    private TlsProxy proxy;

    @BeforeAll
    static void unpack() throws IOException {
        assumeTrue(FunctionProcess.isSupportedHere(), "the runtime interface client runs on Linux only");
        function = UnpackedZip.in(folder.resolve("function"));
        keystore = TlsProxy.keystore(folder, "ip:127.0.0.1");
        TlsProxy.truststore(keystore);
    }

    @BeforeEach
    void start() {
        redis = RedisServer.start(RedisOptions.inMemory());
        proxy = TlsProxy.start(keystore, redis.port());
        letSkillIn();
        credentials.gives("AKID", "secret", "session", CLOCK.instant().plus(Duration.ofHours(6)));
    }

    @AfterEach
    void stop() {
        proxy.close();
        redis.close();
        credentials.close();
        api.close();
    }

    @Test
    void an_alexa_request_is_answered() throws Exception {
        writeChart();
        Map<String, String> plain = Map.of(
                "SKILL_ID", Envelope.SKILL_ID, "REDIS_HOST", "127.0.0.1", "REDIS_PORT", Integer.toString(redis.port()));
        try (FunctionProcess process = FunctionProcess.start(function, SKILL, plain, api)) {
            assertThat(ask(aLaunch())).as(process.output()).startsWith("Welcome to Crowd Chart. Number one is song ");
            assertThat(ask(anIntent("TopSongsIntent").slot("count", "3"))).contains("song ");
            assertThat(api.refused()).isEmpty();
        }
    }

    @Test
    void a_function_is_ready_before_its_snapshot_and_takes_nothing_along() throws Exception {
        writeChart();
        try (FunctionProcess process = FunctionProcess.start(function, SKILL, snapStart(), api)) {
            long start = System.nanoTime();
            api.awaitCheckpoint(PATIENCE);
            long checkpoint = System.nanoTime();
            assertThat(questions()).as("asked before the checkpoint").isEqualTo(1);
            // The server hears of the end a moment later.
            await("no connection at the checkpoint").atMost(PATIENCE).until(() -> connections() == 0);
            assertThat(credentials.heard()).hasSize(1);

            api.restore();
            String said = ask(aLaunch());
            long answered = System.nanoTime();

            assertThat(said).as(process.output()).startsWith("Welcome to Crowd Chart. Number one is song ");
            assertThat(questions())
                    .as("one for the chart, one for the titles that Alexa is told of")
                    .isEqualTo(3);
            assertThat(connections()).as("connections after the restore").isEqualTo(1);
            assertThat(credentials.heard()).containsExactly("hush", "hush");
            assertThat(api.refused()).isEmpty();
            System.out.printf(
                    "start to checkpoint %d ms, restore to first answer %d ms%n",
                    (checkpoint - start) / 1_000_000, (answered - checkpoint) / 1_000_000);
        }
    }

    @Test
    void what_was_read_before_the_snapshot_is_told_to_nobody() throws Exception {
        writeChart();
        try (FunctionProcess process = FunctionProcess.start(function, SKILL, snapStart(), api)) {
            api.awaitCheckpoint(PATIENCE);
            assertThat(questions()).isEqualTo(1);
            redis.kill();
            api.restore();

            assertThat(ask(aLaunch())).as(process.output()).contains("I can't reach the chart right now");

            redis.start();
            letSkillIn();
            writeChart();
            assertThat(ask(aLaunch())).contains("Number one is song ");
        }
    }

    @Test
    void neither_a_cache_nor_credentials_are_needed_for_a_snapshot() throws Exception {
        redis.kill();
        credentials.answers(500, "");
        try (FunctionProcess process = FunctionProcess.start(function, SKILL, snapStart(), api)) {
            api.awaitCheckpoint(PATIENCE);
            redis.start();
            letSkillIn();
            writeChart();
            credentials.gives("AKID", "secret", "session", CLOCK.instant().plus(Duration.ofHours(6)));
            api.restore();

            assertThat(ask(aLaunch())).as(process.output()).contains("Number one is song ");
        }
    }

    @Test
    void the_probe_writes_a_line_for_each_event() throws Exception {
        Map<String, String> environment = iam();
        environment.remove("SKILL_ID");
        try (FunctionProcess process = FunctionProcess.start(function, PROBE, environment, api)) {
            assertThat(api.invoke(SCHEDULED, PATIENCE)).isEqualTo(new Outcome.Response("\"rebuilding\""));
            writeChart();
            assertThat(api.invoke(SCHEDULED, PATIENCE)).isEqualTo(new Outcome.Response("\"fresh\""));
            redis.kill();
            assertThat(api.invoke(SCHEDULED, PATIENCE)).isEqualTo(new Outcome.Response("\"unavailable\""));

            assertThat(process.output().lines().filter(line -> line.startsWith("{\"_aws\":")))
                    .hasSize(3)
                    .anyMatch(line -> line.contains("\"ChartAgeSeconds\":"));
        }
    }

    @Test
    void a_function_that_is_set_up_wrong_says_so_at_its_start() {
        Map<String, String> environment = iam();
        environment.remove("SKILL_ID");
        environment.put("REDIS_TLS", "false");
        try (FunctionProcess process = FunctionProcess.start(function, SKILL, environment, api)) {
            assertThat(process).isNotNull();
            assertThatThrownBy(() -> api.invoke(aLaunch().json(), PATIENCE))
                    .isInstanceOf(FunctionFaultException.class)
                    .hasMessageContaining("SKILL_ID is missing; REDIS_IAM_CACHE needs REDIS_TLS=true");
        }
    }

    private String ask(Envelope request) throws IOException {
        Outcome outcome = api.invoke(request.json(), PATIENCE);
        assertThat(outcome).isInstanceOf(Outcome.Response.class);
        return Alexa.Answer.of(new JsonMapper().readTree(((Outcome.Response) outcome).body()))
                .said();
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
        Map<String, String> more = new HashMap<>(some);
        more.put(name, value);
        return more;
    }

    private Map<String, String> snapStart() {
        return with(iam(), "AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    }

    /** As in AWS; trust in the certificate of the test comes on top. */
    private Map<String, String> iam() {
        Map<String, String> environment = new HashMap<>();
        environment.put("SKILL_ID", Envelope.SKILL_ID);
        environment.put("REDIS_HOST", proxy.host());
        environment.put("REDIS_PORT", Integer.toString(proxy.port()));
        environment.put("REDIS_CLUSTER", "true");
        environment.put("REDIS_TLS", "true");
        environment.put("REDIS_USER", USER);
        environment.put("REDIS_IAM_CACHE", "charts");
        environment.put(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI", credentials.address().toString());
        environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "hush");
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + keystore.resolveSibling("trusted.p12")
                        + " -Djavax.net.ssl.trustStorePassword=" + TlsProxy.PASSWORD);
        return environment;
    }

    /** Any token will do: whether it is signed as it should be, other tests know. More than the script needs is not allowed. */
    private void letSkillIn() {
        assertThat(redis.command(
                        "ACL",
                        "SETUSER",
                        USER,
                        "on",
                        "nopass",
                        "~{chart}:*",
                        "+evalsha",
                        "+eval",
                        "+hgetall",
                        "+hget",
                        "+zcard",
                        "+zrange",
                        "+zcount",
                        "+zscore"))
                .isEqualTo("+OK");
    }

    private void writeChart() {
        var charts = new RedisCharts(RedisConfig.node(redis.host(), redis.port()), CLOCK);
        try (ChartWriter writer = charts.writer()) {
            new ChangingCharts(new KnownCharts(CLOCK.instant()), writer, CLOCK).write();
        }
        assertThat(redis.command("CONFIG", "RESETSTAT")).isEqualTo("+OK");
    }

    /** How often the script that reads a chart has been run since the chart was written. */
    private long questions() {
        return redis.command("INFO", "commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_eval"))
                .mapToLong(line -> number(line, "calls=") - number(line, "failed_calls="))
                .sum();
    }

    private static long number(String line, String name) {
        String rest = line.substring(line.indexOf(name) + name.length());
        return Long.parseLong(rest.replaceFirst("\\D.*", ""));
    }

    private long connections() {
        return redis.command("CLIENT", "LIST")
                .lines()
                .filter(line -> line.contains(" user=" + USER + " "))
                .count();
    }
}
