package io.crowdchart.cache.iam;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.MovableClock;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.lambda.CredentialsEndpoint;
import io.crowdchart.embedded.proxy.TlsProxy;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server behind TLS that takes one token as the password of a user, as ElastiCache would take those of now. */
class IamChartsIT {

    private static final Keys OLD = new Keys("OLD", "secret", Optional.of("session"));
    private static final Keys NEW = new Keys("NEW", "secret too", Optional.of("another session"));
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final ChartAnswer ANSWERED = new ChartAnswer.Rebuilding();

    private static RedisServer redis;
    private static TlsProxy proxy;

    private final MovableClock clock = new MovableClock();
    private final CredentialsEndpoint keys;
    private final IamConfig iam;
    private final RedisCharts charts;

    IamChartsIT() {
        keys = CredentialsEndpoint.start();
        gives(OLD, clock.instant().plus(Duration.ofHours(6)));
        iam = new IamConfig(
                "skill",
                "charts",
                true,
                "eu-west-1",
                new KeySource.Endpoint(keys.address(), Optional.of("open sesame"), Optional.empty()));
        charts = new RedisCharts(
                new RedisConfig("127.0.0.1", proxy.port(), false, true, new Login.Iam(iam), TIMEOUT, TIMEOUT), clock);
    }

    @BeforeAll
    static void start(@TempDir Path folder) {
        redis = RedisServer.start(RedisOptions.inMemory());
        Path keystore = TlsProxy.keystore(folder, "ip:127.0.0.1");
        System.setProperty(
                "javax.net.ssl.trustStore", TlsProxy.truststore(keystore).toString());
        System.setProperty("javax.net.ssl.trustStorePassword", TlsProxy.PASSWORD);
        proxy = TlsProxy.start(keystore, redis.port());
    }

    @AfterAll
    static void stop() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
        proxy.close();
        redis.close();
    }

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void every_connection_has_a_token_of_its_own_time() {
        try (ChartReader reader = charts.reader()) {
            letIn(OLD);
            assertThat(ask(reader)).isEqualTo(ANSWERED);

            clock.advance(Duration.ofHours(1));
            assertThat(ask(reader)).as("on the same connection").isEqualTo(ANSWERED);
            dropConnections();
            assertThat(ask(reader))
                    .as("with the old token as the only good one")
                    .isInstanceOf(unavailable());
            letIn(OLD);
            assertThat(ask(reader)).isEqualTo(ANSWERED);
        }
    }

    @Test
    void keys_that_are_refused_are_asked_for_anew_within_the_same_question() {
        try (ChartReader reader = charts.reader()) {
            letIn(OLD);
            assertThat(ask(reader)).isEqualTo(ANSWERED);
            letIn(NEW);
            dropConnections();
            gives(NEW, clock.instant().plus(Duration.ofHours(6)));

            assertThat(ask(reader)).isEqualTo(ANSWERED);
            assertThat(keys.heard()).hasSize(2);
        }
    }

    @Test
    void a_writer_waits_for_keys_as_for_a_cache_that_is_away() {
        var parts = List.of(new TopicPart("song_ranking", 0));
        letIn(OLD);
        keys.answers(503, "");
        try (var writer = charts.writer()) {
            assertThatThrownBy(() -> writer.look(parts)).isInstanceOf(CacheUnavailableException.class);
            gives(OLD, clock.instant().plus(Duration.ofHours(6)));

            assertThat(writer.look(parts).places()).isEmpty();
        }
    }

    @Test
    void an_endpoint_that_hangs_does_not_hold_up_an_answer() {
        letIn(OLD);
        keys.fallsSilent();
        try (ChartReader reader = charts.reader(RedisCharts.STALE_AFTER, Duration.ofMillis(700))) {
            long start = System.nanoTime();
            assertThat(ask(reader)).isInstanceOf(unavailable());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
            gives(OLD, clock.instant().plus(Duration.ofHours(6)));
        }
    }

    @Test
    void a_reader_that_is_reset_has_no_connection_and_no_keys() {
        letIn(OLD);
        try (ChartReader reader = charts.reader()) {
            assertThat(ask(reader)).isEqualTo(ANSWERED);
            assertThat(connections()).isEqualTo(1);

            reader.reset();

            // The server hears of the end a moment later.
            await().atMost(Duration.ofSeconds(90)).until(() -> connections() == 0);
            assertThat(ask(reader)).isEqualTo(ANSWERED);
            assertThat(connections()).isEqualTo(1);
            assertThat(keys.heard()).hasSize(2);
        }
    }

    @Test
    void a_token_is_never_sent_in_the_clear() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RedisConfig("127.0.0.1", 1, false, false, new Login.Iam(iam), TIMEOUT, TIMEOUT))
                .withMessage("a login with IAM needs TLS");
    }

    private static ChartAnswer ask(ChartReader reader) {
        return reader.read(ChartQuery.top(ALL_TIME, 1));
    }

    private static Class<ChartAnswer.Unavailable> unavailable() {
        return ChartAnswer.Unavailable.class;
    }

    /** From now on these keys are the good ones, and a token of now. */
    private void letIn(Keys good) {
        String token = TokenSigner.token(iam, good, clock.instant());
        assertThat(redis.command("ACL", "SETUSER", "skill", "on", "resetpass", ">" + token, "~*", "+@all"))
                .isEqualTo("+OK");
    }

    private static void dropConnections() {
        redis.command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    }

    private static long connections() {
        return redis.command("CLIENT", "LIST")
                .lines()
                .filter(line -> line.contains(" user=skill "))
                .count();
    }

    private void gives(Keys given, Instant end) {
        keys.gives(
                given.accessKeyId(),
                given.secretAccessKey(),
                given.sessionToken().orElseThrow(),
                end);
    }
}
