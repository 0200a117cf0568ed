package io.crowdchart.embedded.jetstream;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.enums.Opcode;
import org.java_websocket.exceptions.WebsocketNotConnectedException;

/**
 * One connected client: a thread of its own walks along the feed and sends while the socket takes it. What waits in the
 * socket's queue is bounded, so a client that does not read costs a fixed amount of memory and nobody else's time.
 */
final class Client implements Runnable {

    private static final int BATCH = 64;
    private static final int MAX_WAITING_FRAMES = 64;
    private static final long RETRY_MILLIS = 2;

    private static final List<String> GARBAGE = List.of(
            "no json at all",
            "",
            "[]",
            "{}",
            "null",
            "{\"did\":\"did:plc:x\",\"time_us\":",
            "{\"did\":\"did:plc:x\",\"time_us\":9000000000000000000,\"kind\":\"account\"}",
            "{\"did\":\"did:plc:x\",\"time_us\":\"yesterday\",\"kind\":\"commit\"}",
            "{\"did\":7,\"time_us\":1779719009157119,\"kind\":\"commit\",\"commit\":{\"operation\":\"create\"}}",
            "[".repeat(5_000));

    private final WebSocketImpl socket;
    private final Subscription subscription;
    private final EventLog log;
    private final Faults faults;
    private final DeliveryListener listener;
    private volatile int position;

    Client(WebSocketImpl socket, Subscription subscription, EventLog log, Faults faults, DeliveryListener listener) {
        this.socket = socket;
        this.subscription = subscription;
        this.log = log;
        this.faults = faults;
        this.listener = listener;
        this.position = subscription.startIn(log, faults.oldestTimeUs());
    }

    ClientProgress progress() {
        return new ClientProgress(position, !socket.hasBufferedData());
    }

    @Override
    public void run() {
        try {
            int next = position;
            while (socket.isOpen()) {
                List<EventLog.Entry> entries = log.awaitFrom(next, BATCH);
                for (EventLog.Entry entry : faults.arranged(entries)) {
                    if (subscription.wants(entry.event()) && !subscription.isBehind(entry.event())) {
                        faults.awaitSpeech();
                        send(entry);
                    }
                }
                next += entries.size();
                position = next;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (WebsocketNotConnectedException e) {
            // The client has gone, and with it the reason to send.
            return;
        }
    }

    private void send(EventLog.Entry entry) throws InterruptedException {
        if (faults.isBabbling()) {
            int index = entry.event().index();
            transmit(GARBAGE.get(index % GARBAGE.size()));
            socket.send(new byte[] {1, 2, 3});
        }
        if (entry.delivered().compareAndSet(false, true)) {
            listener.delivered(entry.event(), System.nanoTime());
        }
        for (int copy = 0; copy < faults.copies(); copy++) {
            transmit(entry.event().json());
        }
    }

    void transmit(String message) throws InterruptedException {
        while (socket.outQueue.size() >= MAX_WAITING_FRAMES && socket.isOpen()) {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        }
        if (faults.isFragmenting()) {
            int middle = message.offsetByCodePoints(0, message.codePointCount(0, message.length()) / 2);
            socket.sendFragmentedFrame(Opcode.TEXT, utf8(message.substring(0, middle)), false);
            socket.sendFragmentedFrame(Opcode.TEXT, utf8(message.substring(middle)), true);
        } else {
            socket.send(message);
        }
    }

    private static ByteBuffer utf8(String text) {
        return StandardCharsets.UTF_8.encode(text);
    }
}
