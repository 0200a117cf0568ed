package io.crowdchart.infra.rehearsal;

import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.connect.ConnectRest;
import io.crowdchart.embedded.connect.ConnectRestException;
import io.crowdchart.embedded.connect.ConnectorStatus;
import io.crowdchart.embedded.jetstream.JetstreamServer;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.infra.rehearsal.aws.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The task of Kafka Connect: its containers run the commands of the template, one after the other, on the objects that its
 * role may read, with the environment of the template.
 *
 * <p>Other than in AWS are addresses and ports, the number of copies in Kafka (there is one broker), and the log-in to Kafka:
 * no broker here knows IAM, so that a user and a password stand in the same variables. Any client that takes it from
 * elsewhere stays outside.
 */
final class ConnectTask implements AutoCloseable {

    static final String USER = "connect";
    static final String PASSWORD = "made-up";

    private static final List<String> CONNECTORS = List.of("chart-sink", "jetstream-source");
    private static final String ADDRESS = "127.0.0.1:8083";

    private final TaskFolder task;
    private final Container template;
    private final TaskFolder.Running worker;
    private final TaskFolder.Running keeper;
    private final ConnectRest rest;
    private final HttpClient http = HttpClient.newHttpClient();

    private ConnectTask(
            TaskFolder task, Container template, TaskFolder.Running worker, TaskFolder.Running keeper, URI url) {
        this.task = task;
        this.template = template;
        this.worker = worker;
        this.keeper = keeper;
        this.rest = new ConnectRest(url);
    }

    /** Starts it in an empty folder. */
    static ConnectTask start(
            Rehearsal rehearsal, Path room, KafkaBroker broker, JetstreamServer jetstream, RehearsalRedis redis) {
        Resource definition = rehearsal.stack("Pipeline").resource("AWS::ECS::TaskDefinition", "Connect");
        TaskFolder task = new TaskFolder(room, List.of("/files", "/opt/kafka", "/tmp/plugins"));
        try {
            task.give(Allowed.objects(rehearsal, definition));
            Files.createDirectories(task.at("/files"));
            task.run(Container.of(definition, "fetch"));
            String address = "127.0.0.1:" + freePort();
            task.script(task.at("/opt/kafka/bin/connect-distributed.sh"), KafkaImage.connectDistributed());
            task.adapt("/files/start-worker.sh", text -> text);
            task.adapt("/files/worker.properties", text -> text.replace("0.0.0.0:8083", address));
            Container worker = Container.of(definition, "worker");
            Container keeper = Container.of(definition, "keep-connectors").with(ADDRESS, address);
            return new ConnectTask(
                    task,
                    worker,
                    task.start(worker, replacements(worker, broker, jetstream, redis), List.of()),
                    // It looks each second, so that nobody waits for it.
                    task.start(keeper, Map.of(), List.of("1")),
                    URI.create("http://" + address));
        } catch (IOException e) {
            task.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            task.close();
            throw e;
        }
    }

    private static Map<String, String> replacements(
            Container worker, KafkaBroker broker, JetstreamServer jetstream, RehearsalRedis redis) {
        Map<String, String> values = new HashMap<>(redis.replacements());
        values.putAll(redis.credentials());
        worker.secrets().forEach(secret -> values.put(secret, "made-up-" + secret));
        values.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServersWithPassword());
        values.put("KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT");
        values.put("KAFKA_SASL_MECHANISM", "PLAIN");
        values.put(
                "KAFKA_SASL_JAAS_CONFIG",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + USER + "\" password=\""
                        + PASSWORD + "\";");
        values.put(
                "KAFKA_SASL_CALLBACK_HANDLER",
                "org.apache.kafka.common.security.authenticator.SaslClientCallbackHandler");
        values.put("KAFKA_REPLICATION", "1");
        values.put("DEAD_LETTERS_REPLICATION", "1");
        values.put("JETSTREAM_HOSTS", jetstream.uri().toString());
        return values;
    }

    /** Waits until both connectors and all their tasks run. */
    void awaitRunning(Duration patience) {
        for (String connector : CONNECTORS) {
            await(connector)
                    .atMost(patience)
                    .ignoreExceptionsInstanceOf(ConnectRestException.class)
                    .untilAsserted(() -> assertRunning(connector));
        }
    }

    private void assertRunning(String connector) {
        if (!worker.process().isAlive()) {
            // Nothing to wait for.
            throw new IllegalStateException("the worker has ended: " + worker.output());
        }
        ConnectorStatus status = rest.status(connector);
        if (!status.running()) {
            throw new AssertionError(connector + " does not run: " + status);
        }
    }

    ConnectRest rest() {
        return rest;
    }

    /** What a file of the task is here. */
    Path file(String name) {
        return task.at("/files").resolve(name);
    }

    /** A variable of the worker as the template has it. */
    String variable(String name) {
        return Optional.ofNullable(template.environment().get(name)).orElseThrow();
    }

    /** What the worker answers; fails if that is an error. */
    String asked(String method, String path, String body) {
        HttpRequest request = HttpRequest.newBuilder(rest.url().resolve(path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new AssertionError(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the worker was asked", e);
        }
    }

    /** What the worker has written. */
    String log() {
        return worker.output();
    }

    /** The lines of the side-car that hold a text. */
    List<String> said(String text) {
        return keeper.output()
                .lines()
                .filter(line -> line.startsWith("keep-connectors: ") && line.contains(text))
                .toList();
    }

    /** The lines of the side-car for the metrics, one a look. */
    List<String> looks() {
        return keeper.output().lines().filter(line -> line.startsWith("{")).toList();
    }

    @Override
    public void close() {
        task.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
