package io.crowdchart.embedded.lambda;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.crowdchart.embedded.lambda.FunctionWork.Invocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers the calls of the client. */
final class RuntimeApiCalls implements HttpHandler {

    private static final String RUNTIME = "/2018-06-01/runtime";
    private static final Pattern ENDED = Pattern.compile(RUNTIME + "/invocation/([^/]+)/(response|error)");
    private static final String FAULT_TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final String FUNCTION = "arn:aws:lambda:us-east-1:123456789012:function:crowd-chart:live";

    private final FunctionWork work;

    RuntimeApiCalls(FunctionWork work) {
        this.work = work;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String path = exchange.getRequestURI().getPath();
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET " + RUNTIME + "/invocation/next" -> next(exchange);
                case "GET " + RUNTIME + "/restore/next" -> restore(exchange);
                case "POST " + RUNTIME + "/init/error" -> failed(exchange, "it could not be made", body);
                case "POST " + RUNTIME + "/restore/error" -> failed(exchange, "it could not be restored", body);
                default -> ended(exchange, path, body);
            }
        } catch (InterruptedException | ExecutionException e) {
            // The stub is closed: whoever waits here loses its connection.
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        if (work.isBusy()) {
            refuse(exchange, 403, "InvalidStateTransition", "it asks for an event before it has ended the last one");
            return;
        }
        Invocation next = work.next();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Lambda-Runtime-Aws-Request-Id", next.id());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(next.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", FUNCTION);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-00000000-000000000000000000000000;Sampled=0");
        answer(exchange, 200, next.event().getBytes(StandardCharsets.UTF_8));
    }

    private void restore(HttpExchange exchange) throws IOException, InterruptedException, ExecutionException {
        if (!work.reachCheckpoint()) {
            refuse(exchange, 403, "InvalidStateTransition", "it waits to be restored for the second time");
            return;
        }
        work.restored().get();
        answer(exchange, 200, new byte[0]);
    }

    private void failed(HttpExchange exchange, String what, String body) throws IOException {
        accept(exchange);
        work.failAtStart("the function says that " + what + ": " + faultType(exchange) + " " + body);
    }

    private void ended(HttpExchange exchange, String path, String body) throws IOException {
        Matcher ended = ENDED.matcher(path);
        if (!exchange.getRequestMethod().equals("POST") || !ended.matches()) {
            refuse(exchange, 404, "NotFound", "there is no such call");
            return;
        }
        Function<String, Outcome> outcome = ended.group(2).equals("response")
                ? Outcome.Response::new
                : fault -> new Outcome.Fault(faultType(exchange), fault);
        Optional<CompletableFuture<Outcome>> awaited = work.end(ended.group(1)).map(Invocation::outcome);
        if (awaited.isEmpty()) {
            refuse(exchange, 400, "InvalidRequestID", "no such event is running");
            return;
        }
        accept(exchange);
        awaited.get().complete(outcome.apply(body));
    }

    private static String faultType(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(FAULT_TYPE))
                .orElse("Unknown");
    }

    private static void accept(HttpExchange exchange) throws IOException {
        answer(exchange, 202, "{\"status\":\"OK\"}".getBytes(StandardCharsets.UTF_8));
    }

    private void refuse(HttpExchange exchange, int status, String type, String reason) throws IOException {
        work.refuse(exchange.getRequestMethod() + " " + exchange.getRequestURI() + ": " + reason);
        String error = "{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + reason + "\"}";
        answer(exchange, status, error.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
