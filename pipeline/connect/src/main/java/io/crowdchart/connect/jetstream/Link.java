package io.crowdchart.connect.jetstream;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: puts messages together and keeps them until they are taken. It asks the socket for more only while its
 * queue is below its limits, so a source that is not polled slows the server down instead of filling the memory.
 *
 * <p>Filled by the HTTP client's threads, emptied by the task's.
 */
final class Link implements WebSocket.Listener {

    /** What a connection may hold. */
    record Limits(int messages, int messageChars) {
        long queuedChars() {
            return 16L * messageChars;
        }
    }

    private final Limits limits;
    private final SourceCounts counts;
    private final Deque<String> queue = new ArrayDeque<>();
    private final StringBuilder partial = new StringBuilder();
    private boolean tooLong;
    private long queuedChars;
    private boolean paused;
    private @Nullable WebSocket socket;
    private @Nullable String end;

    Link(Limits limits, SourceCounts counts) {
        this.limits = limits;
        this.counts = counts;
    }

    /** Takes what is there; if nothing is, waits for a message or the end of the connection, but not longer than told. */
    synchronized List<String> take(int max, Duration wait) throws InterruptedException {
        if (queue.isEmpty() && end == null) {
            TimeUnit.NANOSECONDS.timedWait(this, wait.toNanos());
        }
        List<String> taken = new ArrayList<>(Math.min(max, queue.size()));
        while (taken.size() < max && !queue.isEmpty()) {
            String message = queue.remove();
            queuedChars -= message.length();
            taken.add(message);
        }
        if (paused && queue.size() <= limits.messages() / 2 && queuedChars <= limits.queuedChars() / 2) {
            paused = false;
            requestNext();
        }
        return taken;
    }

    /** Why no more messages come; nothing while some may, or some wait to be taken. */
    synchronized Optional<String> endOfMessages() {
        return queue.isEmpty() ? Optional.ofNullable(end) : Optional.empty();
    }

    /** Ends the connection, also one that is still being made. */
    synchronized void end(String reason) {
        if (end == null) {
            end = reason;
        }
        if (socket != null) {
            socket.abort();
        }
        notifyAll();
    }

    @Override
    public synchronized void onOpen(WebSocket opened) {
        socket = opened;
        if (end == null) {
            requestNext();
        } else {
            opened.abort();
        }
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        tooLong |= partial.length() + data.length() > limits.messageChars();
        if (tooLong) {
            partial.setLength(0);
        } else {
            partial.append(data);
        }
        if (last) {
            messageComplete();
        }
        paused = queue.size() >= limits.messages() || queuedChars >= limits.queuedChars();
        if (!paused) {
            requestNext();
        }
        return null;
    }

    private void messageComplete() {
        if (tooLong) {
            counts.bad(BadEvent.TOO_LONG);
        } else {
            queue.add(partial.toString());
            queuedChars += partial.length();
            notifyAll();
        }
        tooLong = false;
        partial.setLength(0);
    }

    @Override
    public synchronized @Nullable CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
        if (last) {
            counts.bad(BadEvent.BINARY);
        }
        requestNext();
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end("closed by the server with status " + code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end("broken: " + error);
    }

    private void requestNext() {
        if (socket != null) {
            socket.request(1);
        }
    }
}
