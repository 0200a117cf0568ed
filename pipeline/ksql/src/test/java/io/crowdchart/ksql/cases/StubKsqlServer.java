package io.crowdchart.ksql.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Takes the calls that ksqlDB's REST interface documents, and no others; it counts nothing. */
final class StubKsqlServer implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MEDIA_TYPE = "application/vnd.ksql.v1+json";
    private static final Set<String> FIELDS =
            Set.of("ksql", "streamsProperties", "sessionVariables", "commandSequenceNumber");

    private final HttpServer server;
    private final AtomicInteger notReady = new AtomicInteger(1);
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private final @Nullable String refused;

    /** Starts one that refuses statements with this word, if any. */
    StubKsqlServer(@Nullable String refused) throws IOException {
        this.refused = refused;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer(exchange, 404, error("no such path")));
        server.createContext("/info", this::info);
        server.createContext("/ksql", this::ksql);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<String> statements() {
        return statements;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void info(HttpExchange exchange) throws IOException {
        if (notReady.getAndDecrement() > 0) {
            answer(exchange, 503, error("not ready"));
        } else {
            answer(exchange, 200, "{\"KsqlServerInfo\":{\"serverStatus\":\"RUNNING\"}}");
        }
    }

    private void ksql(HttpExchange exchange) throws IOException {
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        @Nullable String wrong = wrong(exchange, body);
        if (wrong != null) {
            answer(exchange, 400, error(wrong));
            return;
        }
        statements.add(body.path("ksql").textValue());
        int number = statements.size() - 1;
        answer(
                exchange,
                200,
                "[{\"@type\":\"currentStatus\",\"commandId\":\"table/x/create\",\"commandStatus\":"
                        + "{\"status\":\"SUCCESS\",\"message\":\"\"},\"commandSequenceNumber\":" + number + "}]");
    }

    private @Nullable String wrong(HttpExchange exchange, JsonNode body) {
        String statement = body.path("ksql").asText();
        if (!exchange.getRequestMethod().equals("POST")) {
            return "method " + exchange.getRequestMethod();
        }
        if (!MEDIA_TYPE.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            return "content type";
        }
        if (!body.properties().stream().allMatch(field -> FIELDS.contains(field.getKey()))) {
            return "unknown field";
        }
        if (!body.path("streamsProperties")
                .path("ksql.streams.auto.offset.reset")
                .asText()
                .equals("earliest")) {
            return "would start at the latest record";
        }
        if (body.path("commandSequenceNumber").asInt(-1) != statements.size() - 1) {
            return "does not wait for the statement before";
        }
        if (!statement.matches("(?s)CREATE (TABLE|STREAM) IF NOT EXISTS [^;]*;")) {
            return "not one statement";
        }
        return refused != null && statement.contains(refused) ? "line 1:1: refused" : null;
    }

    private static String error(String message) {
        return "{\"@type\":\"statement_error\",\"error_code\":40001,\"message\":\"" + message + "\"}";
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", MEDIA_TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
