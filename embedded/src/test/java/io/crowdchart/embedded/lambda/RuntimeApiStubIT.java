package io.crowdchart.embedded.lambda;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RuntimeApiStubIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RuntimeApiStub stub = RuntimeApiStub.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void an_event_comes_back_as_a_response() throws Exception {
        CompletableFuture<Outcome> outcome = supplyAsync(() -> stub.invoke("{\"é\":1}", PATIENCE));

        HttpResponse<String> next = get("invocation/next");
        HttpResponse<String> accepted = post("invocation/" + id(next) + "/response", "{\"ü\":2}");

        assertThat(next.body()).isEqualTo("{\"é\":1}");
        assertThat(next.headers().firstValueAsLong("Lambda-Runtime-Deadline-Ms"))
                .isPresent();
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(outcome.join()).isEqualTo(new Outcome.Response("{\"ü\":2}"));
        assertThat(stub.refused()).isEmpty();
    }

    @Test
    void an_event_comes_back_as_a_fault() throws Exception {
        CompletableFuture<Outcome> outcome = supplyAsync(() -> stub.invoke("{}", PATIENCE));

        post("invocation/" + id(get("invocation/next")) + "/error", "{\"errorMessage\":\"no\"}");

        assertThat(outcome.join()).isEqualTo(new Outcome.Fault("Function.Bad", "{\"errorMessage\":\"no\"}"));
    }

    @Test
    void a_function_waits_at_its_checkpoint_until_it_is_restored() throws Exception {
        CompletableFuture<HttpResponse<String>> restored =
                client.sendAsync(request("restore/next").build(), BodyHandlers.ofString());
        stub.awaitCheckpoint(PATIENCE);

        assertThat(restored).isNotDone();
        stub.restore();

        assertThat(restored.join().statusCode()).isEqualTo(200);
    }

    @Test
    void a_function_that_cannot_be_made_or_restored_leaves_nobody_waiting() throws Exception {
        assertThat(post("init/error", "{}").statusCode()).isEqualTo(202);

        assertThatThrownBy(() -> stub.invoke("{}", PATIENCE))
                .isInstanceOf(FunctionFaultException.class)
                .hasMessage("the function says that it could not be made: Function.Bad {}");
        assertThatThrownBy(() -> stub.awaitCheckpoint(PATIENCE)).isInstanceOf(FunctionFaultException.class);
        try (RuntimeApiStub another = RuntimeApiStub.start()) {
            send(HttpRequest.newBuilder(
                            URI.create("http://" + another.endpoint() + "/2018-06-01/runtime/restore/error"))
                    .POST(BodyPublishers.ofString("{}")));
            assertThatThrownBy(() -> another.invoke("{}", PATIENCE))
                    .hasMessage("the function says that it could not be restored: Unknown {}");
        }
    }

    @Test
    void what_is_unknown_or_out_of_turn_is_refused() throws Exception {
        CompletableFuture<Outcome> outcome = supplyAsync(() -> stub.invoke("{}", PATIENCE));
        String id = id(get("invocation/next"));

        assertThat(get("invocation/next").statusCode()).isEqualTo(403);
        assertThat(post("invocation/other/response", "{}").statusCode()).isEqualTo(400);
        assertThat(get("exit").statusCode()).isEqualTo(404);
        assertThat(get("invocation/" + id + "/response").statusCode()).isEqualTo(404);
        assertThat(stub.refused()).hasSize(4);
        assertThat(outcome).isNotDone();
        post("invocation/" + id + "/response", "1");
        assertThat(outcome.join()).isEqualTo(new Outcome.Response("1"));
    }

    private static String id(HttpResponse<String> next) {
        return next.headers().firstValue("Lambda-Runtime-Aws-Request-Id").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path)
                .header("Lambda-Runtime-Function-Error-Type", "Function.Bad")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://" + stub.endpoint() + "/2018-06-01/runtime/" + path))
                .timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
