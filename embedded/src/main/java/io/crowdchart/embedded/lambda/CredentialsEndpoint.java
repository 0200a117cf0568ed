package io.crowdchart.embedded.lambda;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What gives AWS credentials to a container, or to a function that was restored from a snapshot: an HTTP endpoint on a free
 * port of 127.0.0.1. It can be made to fail. Safe for use by many threads.
 */
public final class CredentialsEndpoint implements AutoCloseable {

    private static final String PATH = "/v2/credentials";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile int status = 500;
    private volatile String answer = "";
    private volatile boolean silent;

    private CredentialsEndpoint(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
    }

    /** Starts one, which has no credentials yet. */
    public static CredentialsEndpoint start() {
        try {
            var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
            var endpoint = new CredentialsEndpoint(HttpServer.create(address, 0));
            endpoint.server.start();
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1 has no free port", e);
        }
    }

    /** What is found in {@code AWS_CONTAINER_CREDENTIALS_FULL_URI}. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH);
    }

    /** From now on it gives these. */
    public void gives(String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {
        answers(200, """
                {"AccessKeyId" : "%s", "SecretAccessKey" : "%s", "Token" : "%s", "Expiration" : "%s"}
                """.formatted(accessKeyId, secretAccessKey, sessionToken, expiration));
    }

    /** From now on it answers this, whatever it is. */
    public void answers(int newStatus, String newAnswer) {
        silent = false;
        status = newStatus;
        answer = newAnswer;
    }

    /** From now on it takes requests and does not answer, until it is closed. */
    public void fallsSilent() {
        silent = true;
    }

    /** What each request had as its {@code Authorization}; {@code none} if it had none. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            heard.add(exchange.getRequestHeaders()
                    .getOrDefault("Authorization", List.of("none"))
                    .get(0));
            if (silent) {
                closed.await();
            }
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Answers nobody any more. */
    @Override
    public void close() {
        closed.countDown();
        threads.shutdownNow();
        server.stop(0);
    }
}
