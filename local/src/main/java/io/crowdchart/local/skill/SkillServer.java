package io.crowdchart.local.skill;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The skill on a loopback port: {@code POST /} takes a raw Alexa request envelope and answers with the response envelope. An
 * error of the handler is a 500 with its message, as Lambda would report it; before there is a skill, the answer is 503.
 */
public final class SkillServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(SkillServer.class);
    private static final int LONGEST_REQUEST = 1024 * 1024;

    private final HttpServer server;
    private final ExecutorService threads;
    private volatile @Nullable Skill skill;

    private SkillServer(HttpServer server) {
        this.server = server;
        this.threads = Executors.newFixedThreadPool(4);
    }

    /**
     * Starts to listen.
     *
     * @param port the port; 0: a free one
     * @throws IOException if the port is in use
     */
    public static SkillServer listen(int port) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        var listening = new SkillServer(HttpServer.create(new InetSocketAddress(loopback, port), 0));
        listening.server.createContext("/", listening::answer);
        listening.server.setExecutor(listening.threads);
        listening.server.start();
        return listening;
    }

    /** Lets this skill answer from now on. */
    public void serve(Skill answering) {
        skill = answering;
    }

    /** Where to post requests. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("POST")
                    || !exchange.getRequestURI().getPath().equals("/")) {
                respond(exchange, 404, "text/plain", text("POST an Alexa request envelope to /"));
                return;
            }
            Skill answering = skill;
            if (answering == null) {
                respond(exchange, 503, "text/plain", text("the skill is starting"));
                return;
            }
            byte[] envelope = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
            try {
                respond(exchange, 200, "application/json", answering.invoke(envelope));
            } catch (RuntimeException e) {
                LOGGER.warn("the handler failed", e);
                respond(exchange, 500, "text/plain", text(String.valueOf(e.getMessage())));
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] text(String message) {
        return message.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
