package io.crowdchart.operations.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.crowdchart.operations.doctor.Finding.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Asks a stub that answers as a Connect worker does. */
class ConnectorsCheckTest {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer worker;

    @BeforeEach
    void start() throws IOException {
        worker = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        worker.createContext("/", exchange -> {
            String body = answers.get(exchange.getRequestURI().getPath());
            byte[] bytes = (body == null ? "{\"error_code\":404}" : body).getBytes(UTF_8);
            exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        worker.start();
    }

    @AfterEach
    void stop() {
        worker.stop(0);
    }

    @Test
    void a_connector_that_runs_with_its_task_is_good() throws InterruptedException {
        answer("RUNNING", "", "{\"id\":0,\"state\":\"RUNNING\",\"worker_id\":\"w:1\"}");

        assertThat(check()).isEqualTo(Finding.ok("connect", "chart-sink and its 1 task run"));
    }

    @Test
    void a_failed_task_is_told_with_the_first_line_of_its_trace() throws InterruptedException {
        answer(
                "RUNNING",
                "",
                "{\"id\":0,\"state\":\"FAILED\",\"trace\":\"org.apache.kafka.connect.errors.ConnectException: no"
                        + " host\\n\\tat somewhere\"}");

        Finding finding = check();

        assertThat(finding.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(finding.found())
                .isEqualTo("chart-sink: task 0 is FAILED (org.apache.kafka.connect.errors.ConnectException: no host)");
        assertThat(finding.advice()).contains("POST /connectors/chart-sink/restart?includeTasks=true");
    }

    @Test
    void a_connector_that_failed_is_paused_or_has_no_task_is_a_problem() throws InterruptedException {
        answer("FAILED", ",\"trace\":\"java.lang.Error: why\\n\\tat\"", "");
        assertThat(check().found()).isEqualTo("chart-sink is FAILED (java.lang.Error: why)");
        answer("PAUSED", "", "{\"id\":0,\"state\":\"PAUSED\"}");
        assertThat(check().advice()).isEqualTo("Expected RUNNING. PUT /connectors/chart-sink/resume");
        answer("RUNNING", "", "");
        assertThat(check().found()).isEqualTo("chart-sink is RUNNING, but has no task");
    }

    @Test
    void a_connector_that_is_not_there_is_a_problem() throws InterruptedException {
        assertThat(check().found()).isEqualTo("there is no connector chart-sink");
        assertThat(check().verdict()).isEqualTo(Verdict.PROBLEM);
    }

    @Test
    void a_worker_that_gives_no_answer_is_a_problem_and_none_at_all_is_not_asked() throws InterruptedException {
        worker.stop(0);

        assertThat(check().found()).startsWith("no answer from http://127.0.0.1:");
        assertThat(new ConnectorsCheck(Optional.empty(), List.of("chart-sink"))
                        .examine(Set.of())
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOT_ASKED);
    }

    @Test
    void a_worker_behind_a_path_is_asked_there() throws InterruptedException {
        answers.put(
                "/prod/connect/connectors/chart sink/status",
                "{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"RUNNING\"}]}");
        for (String path : List.of("/prod/connect", "/prod/connect/")) {
            URI url = URI.create("http://127.0.0.1:" + worker.getAddress().getPort() + path);
            assertThat(new ConnectorsCheck(Optional.of(url), List.of("chart sink")).examine(Set.of()))
                    .containsExactly(Finding.ok("connect", "chart sink and its 1 task run"));
        }
    }

    @Test
    void an_answer_that_is_no_json_is_a_problem() throws InterruptedException {
        answers.put("/connectors/chart-sink/status", "<html>");

        assertThat(check().verdict()).isEqualTo(Verdict.PROBLEM);
    }

    private void answer(String state, String more, String tasks) {
        answers.put(
                "/connectors/chart-sink/status",
                "{\"name\":\"chart-sink\",\"connector\":{\"state\":\"" + state + "\"" + more + "},\"tasks\":[" + tasks
                        + "],\"type\":\"sink\"}");
    }

    private Finding check() throws InterruptedException {
        URI url = URI.create("http://127.0.0.1:" + worker.getAddress().getPort());
        return new ConnectorsCheck(Optional.of(url), List.of("chart-sink"))
                .examine(Set.of())
                .get(0);
    }
}
