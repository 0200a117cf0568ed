package io.crowdchart.ksql.cases;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.ksql.sql.Statement;
import io.crowdchart.ksql.sql.Statement.Setting;
import io.crowdchart.ksql.sql.StatementParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Pattern;

/** The REST door of a ksqlDB server; only for trying the statements, a deployment runs them headless. */
final class KsqlServer {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String MEDIA_TYPE = "application/vnd.ksql.v1+json";
    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern END = Pattern.compile(";");
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectNode properties = MAPPER.createObjectNode();
    private final URI address;
    private long lastCommand = -1;

    KsqlServer(URI address) {
        this.address = address;
    }

    /** Waits until it takes statements. */
    void awaitReady(Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(500))
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> send(request("/info").GET()).statusCode() == 200);
    }

    /** Runs the statements of a file, in their order; those that it already runs stay as they are. */
    void run(String text) {
        END.splitAsStream(COMMENT.matcher(text).replaceAll("").strip()).forEach(this::runOne);
    }

    private void runOne(String statement) {
        Statement parsed = StatementParser.parse(statement + ";").get(0);
        if (parsed instanceof Setting setting) {
            // SET is for the command line and for files; a request carries its settings along.
            properties.put("ksql.streams." + setting.name(), setting.value());
        } else {
            create(statement.strip().replaceFirst("^CREATE (TABLE|STREAM) ", "CREATE $1 IF NOT EXISTS ") + ";");
        }
    }

    private void create(String statement) {
        ObjectNode body = MAPPER.createObjectNode().put("ksql", statement);
        body.set("streamsProperties", properties);
        if (lastCommand >= 0) {
            // The next statement sees what this one made.
            body.put("commandSequenceNumber", lastCommand);
        }
        HttpResponse<String> response = send(
                request("/ksql").header("Content-Type", MEDIA_TYPE).POST(BodyPublishers.ofString(body.toString())));
        JsonNode answer = json(response.body());
        if (response.statusCode() != 200) {
            throw refused(statement, answer.path("message").asText("status " + response.statusCode()));
        }
        for (JsonNode entity : answer) {
            JsonNode status = entity.path("commandStatus");
            if (status.path("status").asText().equals("ERROR")) {
                throw refused(statement, status.path("message").asText());
            }
            lastCommand = entity.path("commandSequenceNumber").asLong(lastCommand);
        }
    }

    private static IllegalStateException refused(String statement, String why) {
        String shown = statement.lines().findFirst().orElse("");
        return new IllegalStateException("ksqlDB refuses '" + shown + "': " + why);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWER).header("Accept", MEDIA_TYPE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("ksqlDB at " + address + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("ksqlDB answers with something that is no JSON", e);
        }
    }
}
