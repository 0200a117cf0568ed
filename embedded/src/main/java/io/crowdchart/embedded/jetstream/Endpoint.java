package io.crowdchart.embedded.jetstream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.drafts.Draft;
import org.java_websocket.exceptions.InvalidDataException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.handshake.ServerHandshakeBuilder;
import org.java_websocket.server.DefaultWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The WebSocket side: takes connections and gives each its {@link Client}. */
final class Endpoint extends WebSocketServer {

    private static final Logger LOGGER = LoggerFactory.getLogger(Endpoint.class);

    private record Session(Client client, Thread thread) {}

    private final EventLog log;
    private final Faults faults;
    private final DeliveryListener listener;
    private final CompletableFuture<Void> started = new CompletableFuture<>();
    private final Map<WebSocket, Session> sessions = new ConcurrentHashMap<>();

    Endpoint(InetSocketAddress address, EventLog log, Faults faults, DeliveryListener listener) {
        super(address, 1);
        this.log = log;
        this.faults = faults;
        this.listener = listener;
        setReuseAddr(true);
        setTcpNoDelay(true);
        setDaemon(true);
        // A client that does not read cannot answer pings either; being slow is no reason to lose it here.
        setConnectionLostTimeout(0);
        setWebSocketFactory(new Door());
    }

    /** Hangs up while connections are refused. The library's own hook for that stops the server from accepting for ever. */
    private final class Door extends DefaultWebSocketServerFactory {
        @Override
        public SocketChannel wrapChannel(SocketChannel channel, SelectionKey key) {
            if (faults.isRefusing()) {
                try {
                    channel.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return super.wrapChannel(channel, key);
        }
    }

    /** Done when connections are taken; failed if the port cannot be had. */
    CompletableFuture<Void> started() {
        return started;
    }

    List<Client> clients() {
        return sessions.values().stream().map(Session::client).toList();
    }

    @Override
    public ServerHandshakeBuilder onWebsocketHandshakeReceivedAsServer(
            WebSocket socket, Draft draft, ClientHandshake request) throws InvalidDataException {
        if (faults.isUnavailable()) {
            throw rejected(socket, "503 Service Unavailable");
        }
        try {
            Subscription.of(request.getResourceDescriptor());
        } catch (IllegalArgumentException e) {
            LOGGER.debug("Refused a subscription", e);
            throw rejected(socket, "400 Bad Request");
        }
        return super.onWebsocketHandshakeReceivedAsServer(socket, draft, request);
    }

    /** The library answers every refusal with 404; the first answer on the wire is the one that a client sees. */
    private static InvalidDataException rejected(WebSocket socket, String status) {
        String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        ((WebSocketImpl) socket).outQueue.add(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)));
        return new InvalidDataException(CloseFrame.REFUSE, status);
    }

    @Override
    public void onOpen(WebSocket socket, ClientHandshake request) {
        var subscription = Subscription.of(request.getResourceDescriptor());
        var client = new Client((WebSocketImpl) socket, subscription, log, faults, listener);
        var thread = new Thread(client, "jetstream-client-" + socket.getRemoteSocketAddress());
        thread.setDaemon(true);
        sessions.put(socket, new Session(client, thread));
        thread.start();
    }

    @Override
    public void onClose(WebSocket socket, int code, String reason, boolean remote) {
        Session session = sessions.remove(socket);
        if (session != null) {
            session.thread().interrupt();
        }
    }

    @Override
    public void onMessage(WebSocket socket, String message) {
        // Options updates are not supported; what a client wants is fixed when it connects.
    }

    @Override
    public void onError(@Nullable WebSocket socket, Exception e) {
        if (socket == null) {
            started.completeExceptionally(e);
        } else {
            LOGGER.debug("A connection failed", e);
        }
    }

    @Override
    public void onStart() {
        started.complete(null);
    }

    Collection<WebSocket> open() {
        return List.copyOf(sessions.keySet());
    }

    void endSessions() throws InterruptedException {
        for (Session session : List.copyOf(sessions.values())) {
            session.thread().interrupt();
            session.thread().join(STOP_MILLIS);
        }
    }

    static final int STOP_MILLIS = 1_000;
}
