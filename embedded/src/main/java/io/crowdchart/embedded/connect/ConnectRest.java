package io.crowdchart.embedded.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The connectors of a worker, through its REST interface. Safe for use by many threads.
 *
 * <p>Every method throws {@link ConnectRestException} when the worker refuses; {@link #put} and the waiting methods go on
 * trying while it is still starting or rebalancing.
 */
public final class ConnectRest {

    /** How long {@link #put} goes on trying. */
    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final RestCalls calls;
    private final ObjectMapper json = new ObjectMapper();

    public ConnectRest(URI url) {
        this.calls = new RestCalls(url);
    }

    /** The address of the worker. */
    public URI url() {
        return calls.url();
    }

    /** Makes a connector, or gives it another configuration. */
    public void put(String name, Map<String, String> config) {
        String body = written(config);
        Patience.of(PATIENCE).until("the worker takes the connector " + name, () -> {
            calls.send("PUT", "/connectors/" + name + "/config", body);
            return true;
        });
    }

    /**
     * Makes a connector from a file of the form {@code {"name": …, "config": {…}}}.
     *
     * @return its name
     */
    public String put(String file) {
        JsonNode connector = read(file);
        String name = connector.path("name").asText();
        if (name.isBlank() || !connector.path("config").isObject()) {
            throw new IllegalArgumentException("a connector file has a \"name\" and an object \"config\"");
        }
        put(name, json.convertValue(connector.path("config"), new TypeReference<Map<String, String>>() {}));
        return name;
    }

    /** How a connector is doing. */
    public ConnectorStatus status(String name) {
        JsonNode status = read(calls.send("GET", "/connectors/" + name + "/status", ""));
        List<ConnectorStatus.TaskStatus> tasks = new ArrayList<>();
        for (JsonNode task : status.path("tasks")) {
            tasks.add(new ConnectorStatus.TaskStatus(
                    task.path("id").asInt(),
                    task.path("state").asText(),
                    task.path("trace").asText("")));
        }
        JsonNode connector = status.path("connector");
        return new ConnectorStatus(
                name, connector.path("state").asText(), connector.path("trace").asText(""), tasks);
    }

    /**
     * Waits until a connector and all its tasks run.
     *
     * @throws IllegalStateException if one fails, with the reason, or if the time is over
     */
    public ConnectorStatus awaitRunning(String name, Duration limit) {
        Patience.of(limit).until("the connector " + name + " runs", () -> {
            ConnectorStatus status = status(name);
            if (status.failed()) {
                throw new IllegalStateException("the connector " + name + " failed: " + status.failure());
            }
            return status.running();
        });
        return status(name);
    }

    /** Waits until a connector has a state like {@code STOPPED} and no task is left of another one. */
    public void awaitState(String name, String state, Duration limit) {
        Patience.of(limit).until("the connector " + name + " is " + state, () -> {
            ConnectorStatus status = status(name);
            return status.state().equals(state)
                    && status.tasks().stream().allMatch(task -> task.state().equals(state));
        });
    }

    /** The places that a connector has stored in Kafka. */
    public List<ConnectorOffset> offsets(String name) {
        List<ConnectorOffset> offsets = new ArrayList<>();
        for (JsonNode offset :
                read(calls.send("GET", "/connectors/" + name + "/offsets", "")).path("offsets")) {
            offsets.add(new ConnectorOffset(
                    json.convertValue(offset.path("partition"), OBJECT),
                    json.convertValue(offset.path("offset"), OBJECT)));
        }
        return offsets;
    }

    /** Changes some places of a stopped connector. */
    public void alterOffsets(String name, List<ConnectorOffset> offsets) {
        calls.send("PATCH", "/connectors/" + name + "/offsets", written(Map.of("offsets", offsets)));
    }

    /** Forgets all places of a stopped connector, so that it begins anew. */
    public void resetOffsets(String name) {
        calls.send("DELETE", "/connectors/" + name + "/offsets", "");
    }

    /** Starts a connector and its tasks anew. */
    public void restart(String name) {
        calls.send("POST", "/connectors/" + name + "/restart?includeTasks=true", "");
    }

    /** Ends the tasks of a connector; it stays stopped until {@link #resume}. */
    public void stop(String name) {
        calls.send("PUT", "/connectors/" + name + "/stop", "");
    }

    /** Goes on after {@link #stop}. */
    public void resume(String name) {
        calls.send("PUT", "/connectors/" + name + "/resume", "");
    }

    /** Removes a connector. What it stored in Kafka stays. */
    public void delete(String name) {
        calls.send("DELETE", "/connectors/" + name, "");
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("JSON was expected: " + e.getOriginalMessage(), e);
        }
    }

    private String written(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be written as JSON", e);
        }
    }
}
