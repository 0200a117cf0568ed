package io.crowdchart.embedded.connect;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Single calls to a worker. */
final class RestCalls {

    private static final Duration ANSWER = Duration.ofSeconds(90);

    private final URI url;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    RestCalls(URI url) {
        this.url = url;
    }

    URI url() {
        return url;
    }

    /**
     * The body of the answer.
     *
     * @param body what to send; empty: nothing
     * @throws ConnectRestException if there is none, or one with a status other than 2xx
     */
    String send(String method, String path, String body) {
        String request = method + " " + path;
        HttpResponse<String> answer = answer(
                request,
                HttpRequest.newBuilder(url.resolve(path))
                        .timeout(ANSWER)
                        .header("Content-Type", "application/json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build());
        if (answer.statusCode() / 100 != 2) {
            throw new ConnectRestException(request, answer.statusCode(), answer.body());
        }
        return answer.body();
    }

    private HttpResponse<String> answer(String name, HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new ConnectRestException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted in " + name, e);
        }
    }
}
