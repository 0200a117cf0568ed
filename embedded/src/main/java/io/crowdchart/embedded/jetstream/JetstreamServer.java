package io.crowdchart.embedded.jetstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.exceptions.WebsocketNotConnectedException;
import org.java_websocket.framing.CloseFrame;

/**
 * A Jetstream server on 127.0.0.1 that plays what is published to it, see the package description for the wire.
 *
 * <p>All events stay in memory; publish before or while clients are connected. Safe for use by many threads. Closing it ends
 * every connection and thread.
 */
public final class JetstreamServer implements AutoCloseable {

    private final EventLog log = new EventLog();
    private final Faults faults = new Faults();
    private final List<DeliveryListener> listeners = new CopyOnWriteArrayList<>();
    private final Endpoint endpoint;

    private JetstreamServer(int port) {
        endpoint = new Endpoint(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                log,
                faults,
                (event, nanoTime) -> listeners.forEach(listener -> listener.delivered(event, nanoTime)));
    }

    /** Starts a server on a free port. */
    public static JetstreamServer start() {
        return start(0);
    }

    /**
     * Starts a server on a port.
     *
     * @throws UncheckedIOException if the port cannot be had, because it is in use say
     */
    public static JetstreamServer start(int port) {
        var server = new JetstreamServer(port);
        server.endpoint.start();
        try {
            server.endpoint.started().join();
        } catch (CompletionException e) {
            server.close();
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            throw new UncheckedIOException("cannot listen on 127.0.0.1:" + port + ": " + cause.getMessage(), cause);
        }
        return server;
    }

    /** The port that it listens on. */
    public int port() {
        return endpoint.getPort();
    }

    /** What a client of Jetstream calls its host, {@code ws://127.0.0.1:<port>}. */
    public URI uri() {
        return URI.create("ws://127.0.0.1:" + port());
    }

    /**
     * Adds an event at the end of the feed; connected clients get it at once.
     *
     * @param line one JSON object with {@code did}, {@code time_us} and {@code kind}
     * @throws IllegalArgumentException if it is anything else; says what is missing
     */
    public FeedEvent publish(String line) {
        return log.append(line);
    }

    /** The number of events published. */
    public int size() {
        return log.size();
    }

    /** Adds a listener for what is sent from now on. */
    public void onFirstDelivery(DeliveryListener listener) {
        listeners.add(listener);
    }

    /** How far every connected client is. */
    public List<ClientProgress> clients() {
        return endpoint.clients().stream().map(Client::progress).toList();
    }

    /** Whether a connected client has been sent everything that was published so far. */
    public boolean isDelivered() {
        int published = size();
        return clients().stream().anyMatch(client -> client.hasReceived(published));
    }

    /** The switches for what goes wrong. */
    public Faults faults() {
        return faults;
    }

    /** Cuts every connection without a word; clients may come back. */
    public void disconnectAll() {
        endpoint.open().forEach(socket -> socket.closeConnection(CloseFrame.ABNORMAL_CLOSE, "cut"));
    }

    /** Says goodbye on every connection, as a server does that is shut down in order; clients may come back. */
    public void closeAll() {
        endpoint.open().forEach(socket -> socket.close(CloseFrame.GOING_AWAY, "restarting"));
    }

    /** Sends any text as a frame to everybody who is connected, past feed and filter. */
    public void sendRaw(String frame) {
        endpoint.open().stream().filter(WebSocket::isOpen).forEach(socket -> say(socket, frame));
    }

    private static void say(WebSocket socket, String frame) {
        try {
            socket.send(frame);
        } catch (WebsocketNotConnectedException e) {
            // It has left since it was asked: whoever is not there hears nothing.
            return;
        }
    }

    @Override
    public void close() {
        try {
            endpoint.stop(Endpoint.STOP_MILLIS);
            endpoint.endSessions();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
