package io.crowdchart.operations.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a Connect worker about connectors. */
final class ConnectCalls {

    private static final Duration CONNECTION = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(5);
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final URI url;
    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECTION)
            .build();

    ConnectCalls(URI url) {
        this.url = url;
    }

    /**
     * How a connector is.
     *
     * @return nothing if there is none of this name
     * @throws UncheckedIOException if the worker gives no answer, or none that is understood
     */
    Optional<ConnectorState> state(String connector) throws InterruptedException {
        String name = URLEncoder.encode(connector, StandardCharsets.UTF_8).replace("+", "%20");
        // The worker may stand behind a path of its own.
        String path = url.getRawPath().replaceFirst("/+$", "") + "/connectors/" + name + "/status";
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(url.resolve(path)).timeout(ANSWER).build(), BodyHandlers.ofString());
            if (answer.statusCode() == NOT_FOUND) {
                return Optional.empty();
            }
            if (answer.statusCode() != OK) {
                throw new IOException("it answered with status " + answer.statusCode());
            }
            return Optional.of(read(answer.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ConnectorState read(String body) throws JsonProcessingException {
        JsonNode status = json.readTree(body);
        List<ConnectorState.Task> tasks = new ArrayList<>();
        for (JsonNode task : status.path("tasks")) {
            tasks.add(new ConnectorState.Task(
                    task.path("id").asInt(), task.path("state").asText("unknown"), trace(task)));
        }
        JsonNode connector = status.path("connector");
        return new ConnectorState(connector.path("state").asText("unknown"), trace(connector), tasks);
    }

    private static String trace(JsonNode part) {
        return part.path("trace").asText("").lines().findFirst().orElse("");
    }
}
