package io.crowdchart.operations.elasticache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.auth.AWSStaticCredentialsProvider;
import com.amazonaws.auth.BasicAWSCredentials;
import com.sun.net.httpserver.HttpServer;
import io.crowdchart.operations.elasticache.CacheEntry.Address;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The SDK against a stub of the ElastiCache API on this machine. */
class SdkCacheDirectoryIT {

    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile String action = "";
    private volatile int status = 200;
    private volatile boolean hanging;
    private volatile String answer = "";
    private HttpServer api;

    @BeforeEach
    void start() throws IOException {
        api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        api.createContext("/", exchange -> {
            action = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            if (hanging) {
                await(closing);
            }
            byte[] bytes = answer.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        api.start();
    }

    @AfterEach
    void stop() {
        closing.countDown();
        api.stop(0);
    }

    @Test
    void a_serverless_cache_is_read_from_the_answer_of_the_api() {
        answer = """
                <DescribeServerlessCachesResponse xmlns="http://elasticache.amazonaws.com/doc/2015-02-02/">
                  <DescribeServerlessCachesResult><ServerlessCaches><member>
                    <ServerlessCacheName>chart</ServerlessCacheName><Status>available</Status>
                    <Endpoint><Address>chart.example</Address><Port>6379</Port></Endpoint>
                  </member></ServerlessCaches></DescribeServerlessCachesResult>
                </DescribeServerlessCachesResponse>
                """;

        try (CacheDirectory directory = directory()) {
            assertThat(directory.serverlessCache("chart"))
                    .contains(new CacheEntry("chart", "available", Optional.of(new Address("chart.example", 6379))));
        }
        assertThat(action).contains("Action=DescribeServerlessCaches").contains("ServerlessCacheName=chart");
    }

    @Test
    void an_unknown_group_is_told_from_a_refusal() {
        status = 404;
        answer = error("ReplicationGroupNotFoundFault");
        try (CacheDirectory directory = directory()) {
            assertThat(directory.replicationGroup("chart")).isEmpty();
            status = 403;
            answer = error("AccessDenied");
            assertThatThrownBy(() -> directory.replicationGroup("chart"))
                    .isInstanceOf(DirectoryException.class)
                    .hasMessageContaining("AccessDenied");
        }
    }

    @Test
    void an_api_that_hangs_is_given_up_within_seconds() {
        hanging = true;
        try (CacheDirectory directory = directory()) {
            long start = System.nanoTime();
            assertThatThrownBy(() -> directory.serverlessCache("chart")).isInstanceOf(DirectoryException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
        }
    }

    private CacheDirectory directory() {
        var config = ElastiCacheConfig.from(Map.of(
                        "serverless-cache", "chart",
                        "region", "us-east-1",
                        "endpoint", "http://127.0.0.1:" + api.getAddress().getPort()))
                .orElseThrow();
        return SdkCacheDirectory.open(
                config, new AWSStaticCredentialsProvider(new BasicAWSCredentials("nobody", "nothing")));
    }

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code
                + "</Code><Message>no</Message></Error><RequestId>1</RequestId></ErrorResponse>";
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
