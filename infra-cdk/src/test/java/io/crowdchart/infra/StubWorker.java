package io.crowdchart.infra;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a worker's REST interface as the side-car uses, on loopback. It refuses what it does not know, and remembers what
 * was asked of it, as {@code METHOD path}, without the questions.
 */
final class StubWorker implements AutoCloseable {

    private static final Pattern CONNECTOR = Pattern.compile("/connectors/([a-z-]+)/(config|status|restart)");

    private final HttpServer server;
    private final Map<String, String> configs = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    private StubWorker(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    static StubWorker start() throws IOException {
        return new StubWorker(0);
    }

    /** One at the place of another that is gone, with nothing of it. */
    static StubWorker startAt(int port) throws IOException {
        return new StubWorker(port);
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    /** What the worker has, by the names of the connectors, in the bytes that were put. */
    Map<String, String> configs() {
        return configs;
    }

    /** RUNNING, unless set otherwise: the state of a connector's only task. */
    Map<String, String> states() {
        return states;
    }

    List<String> changes() {
        return changes;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher connector = CONNECTOR.matcher(path);
        if (method.equals("GET") && path.equals("/")) {
            answer(exchange, 200, "{\"version\":\"4.3.1\"}");
        } else if (!connector.matches()) {
            answer(exchange, 404, "");
        } else {
            answer(exchange, method, connector.group(1), connector.group(2), body);
        }
    }

    private void answer(HttpExchange exchange, String method, String name, String what, String body)
            throws IOException {
        if (!method.equals("GET")) {
            changes.add(method + " " + exchange.getRequestURI());
        }
        switch (method + " " + what) {
            case "PUT config" -> {
                int status = configs.put(name, body) == null ? 201 : 200;
                answer(exchange, status, body);
            }
            case "GET config" -> {
                String found = configs.get(name);
                // A worker adds the name.
                answer(
                        exchange,
                        found == null ? 404 : 200,
                        found == null ? "" : found.replaceFirst("\\{", "{\"name\":\"" + name + "\","));
            }
            case "GET status" ->
                answer(
                        exchange,
                        configs.containsKey(name) ? 200 : 404,
                        "{\"name\":\"" + name
                                + "\",\"connector\":{\"state\":\"RUNNING\",\"worker_id\":\"w:8083\"},\"tasks\":[{\"id\":0,"
                                + "\"state\":\"" + states.getOrDefault(name, "RUNNING")
                                + "\",\"worker_id\":\"w:8083\"}]}");
            case "POST restart" -> answer(exchange, 202, "{}");
            default -> answer(exchange, 405, "");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
