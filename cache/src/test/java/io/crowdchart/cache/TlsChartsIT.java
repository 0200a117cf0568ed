package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.embedded.proxy.TlsProxy;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsChartsIT {

    private static final RedisOptions OPTIONS = RedisOptions.inMemory().withPassword("secret");
    private static RedisServer server;

    private final MovableClock clock = new MovableClock();

    @BeforeAll
    static void start() {
        server = RedisServer.start(OPTIONS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @AfterEach
    void trustAsBefore() {
        System.clearProperty("javax.net.ssl.trustStore");
        System.clearProperty("javax.net.ssl.trustStorePassword");
    }

    @Test
    void a_certificate_that_is_trusted_and_has_the_right_name_is_accepted(@TempDir Path folder) throws Exception {
        Path keystore = TlsProxy.keystore(folder, "ip:127.0.0.1");
        trust(keystore);

        assertThat(answerThrough(keystore)).isEqualTo(new ChartAnswer.Rebuilding());
    }

    @Test
    void a_certificate_for_another_name_is_not(@TempDir Path folder) throws Exception {
        Path keystore = TlsProxy.keystore(folder, "dns:redis.example.org");
        trust(keystore);

        assertThat(answerThrough(keystore)).isEqualTo(new ChartAnswer.Unavailable());
    }

    @Test
    void a_certificate_that_nobody_trusts_is_not(@TempDir Path folder) throws Exception {
        assertThat(answerThrough(TlsProxy.keystore(folder, "ip:127.0.0.1"))).isEqualTo(new ChartAnswer.Unavailable());
    }

    private ChartAnswer answerThrough(Path keystore) throws Exception {
        try (var proxy = TlsProxy.start(keystore, server.port());
                var reader = new RedisCharts(config(proxy.port()), clock).reader()) {
            return reader.read(ChartQuery.top(ALL_TIME, 5));
        }
    }

    private static void trust(Path keystore) throws Exception {
        System.setProperty(
                "javax.net.ssl.trustStore", TlsProxy.truststore(keystore).toString());
        System.setProperty("javax.net.ssl.trustStorePassword", TlsProxy.PASSWORD);
    }

    private static RedisConfig config(int port) {
        Duration timeout = Duration.ofSeconds(10);
        return new RedisConfig("127.0.0.1", port, false, true, Login.password("secret"), timeout, timeout);
    }
}
