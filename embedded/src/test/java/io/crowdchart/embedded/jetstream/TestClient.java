package io.crowdchart.embedded.jetstream;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A client that collects what it is sent; the ends of its connection appear as {@link #closed} and
 * {@link #BROKEN}. */
final class TestClient implements WebSocket.Listener, AutoCloseable {

    static final String BROKEN = "<broken>";

    private static final long LIMIT_SECONDS = 60;

    private final LinkedBlockingQueue<String> received = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final boolean reading;
    private final WebSocket socket;
    private int frames;

    private TestClient(URI uri, boolean reading) {
        this.reading = reading;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }

    static TestClient subscribe(JetstreamServer server, String query) {
        return new TestClient(server.uri().resolve("/subscribe" + query), true);
    }

    static TestClient subscribeWithoutReading(JetstreamServer server, String query) {
        return new TestClient(server.uri().resolve("/subscribe" + query), false);
    }

    static String closed(int code) {
        return "<closed " + code + ">";
    }

    List<String> next(int count) throws InterruptedException {
        List<String> messages = new ArrayList<>();
        while (messages.size() < count) {
            String message = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("got only " + messages.size() + " of " + count + " messages");
            }
            messages.add(message);
        }
        return messages;
    }

    @Nullable String nextWithin(long millis) throws InterruptedException {
        return received.poll(millis, TimeUnit.MILLISECONDS);
    }

    int frames() {
        return frames;
    }

    @Override
    public void onOpen(WebSocket opened) {
        if (reading) {
            opened.request(Long.MAX_VALUE);
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        frames++;
        partial.append(data);
        if (last) {
            received.add(partial.toString());
            partial.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        received.add(closed(code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        received.add(BROKEN);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
