package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The side-car as it runs beside a worker, with the very files of the connectors. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class KeepConnectorsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path CONNECTORS = Path.of("../pipeline/connect/connectors");

    @TempDir
    private Path folder;

    private StubWorker worker;
    private Process sideCar;

    @BeforeEach
    void start() throws IOException {
        try (Stream<Path> files = Files.list(CONNECTORS)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve("connectors-" + file.getFileName()));
            }
        }
        worker = StubWorker.start();
        sideCar = startSideCar();
    }

    private Process startSideCar() throws IOException {
        return new ProcessBuilder("bash", "worker/keep-connectors.sh", folder.toString(), worker.url(), "0.2")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
                .start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        sideCar.destroy();
        if (!sideCar.waitFor(10, TimeUnit.SECONDS)) {
            sideCar.destroyForcibly().waitFor();
        }
        worker.close();
    }

    private Path output() {
        return folder.resolve("output.txt");
    }

    private List<String> lines() throws IOException {
        return Files.exists(output()) ? Files.readAllLines(output()) : List.of();
    }

    private long looks() throws IOException {
        return lines().stream().filter(line -> line.startsWith("{")).count();
    }

    /** Until it has looked at everything once more, from beginning to end. */
    private void awaitTwoLooks() throws IOException {
        long before = looks();
        await().atMost(Duration.ofSeconds(30)).until(() -> looks() >= before + 2);
    }

    private JsonNode file(String name) throws IOException {
        return JSON.readTree(CONNECTORS.resolve(name + ".json").toFile());
    }

    @Test
    void puts_what_is_missing_once_and_then_leaves_it_alone() throws IOException {
        await().atMost(Duration.ofSeconds(30)).until(() -> worker.configs().size() == 2);
        awaitTwoLooks();

        for (String name : List.of("chart-sink", "jetstream-source")) {
            assertThat(JSON.readTree(worker.configs().get(name)))
                    .isEqualTo(file(name).path("config"));
        }
        assertThat(worker.changes())
                .containsExactly("PUT /connectors/chart-sink/config", "PUT /connectors/jetstream-source/config");
        assertThat(lines())
                .contains(
                        "keep-connectors: chart-sink was missing; it was put",
                        "keep-connectors: jetstream-source was missing; it was put",
                        "{\"connectors\":2,\"failedConnectors\":0,\"failedTasks\":0}");
    }

    @Test
    void a_configuration_that_is_right_is_not_touched_by_a_new_side_car() throws Exception {
        awaitTwoLooks();
        stopSideCar();
        int changes = worker.changes().size();

        sideCar = startSideCar();
        awaitTwoLooks();

        assertThat(worker.changes()).hasSize(changes);
    }

    @Test
    void what_somebody_changed_is_put_anew() throws IOException {
        awaitTwoLooks();

        worker.configs()
                .computeIfPresent("chart-sink", (name, config) -> config.replace("read_committed", "read_uncommitted"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> worker.configs().getOrDefault("chart-sink", "").contains("read_committed"));

        awaitTwoLooks();
        assertThat(lines()).contains("keep-connectors: chart-sink had another configuration; it was put anew");
        assertThat(worker.changes()).hasSize(3);
    }

    @Test
    void what_has_failed_is_started_again_but_not_at_every_look() throws IOException {
        awaitTwoLooks();

        worker.states().put("chart-sink", "FAILED");
        awaitTwoLooks();
        awaitTwoLooks();

        assertThat(worker.changes().stream().filter(change -> change.startsWith("POST")))
                .containsExactly("POST /connectors/chart-sink/restart?includeTasks=true&onlyFailed=true");
        assertThat(lines())
                .contains(
                        "keep-connectors: chart-sink had failed; it was started again, and the next time not before 60 s",
                        "{\"connectors\":2,\"failedConnectors\":0,\"failedTasks\":1}");
    }

    @Test
    void a_worker_that_is_away_is_waited_for() throws IOException {
        awaitTwoLooks();
        int port = worker.port();
        worker.close();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> lines().contains("keep-connectors: the worker does not answer yet"));

        worker = StubWorker.startAt(port);

        await().atMost(Duration.ofSeconds(30)).until(() -> worker.configs().size() == 2);
        assertThat(lines().stream().filter(line -> line.equals("keep-connectors: the worker does not answer yet")))
                .hasSize(1);
    }

    @Test
    void ends_when_it_is_asked_to() throws Exception {
        awaitTwoLooks();

        stopSideCar();

        assertThat(sideCar.exitValue()).isZero();
    }

    private void stopSideCar() throws InterruptedException {
        sideCar.destroy();
        assertThat(sideCar.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
}
