package io.crowdchart.embedded.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server on 127.0.0.1 that can be made bad. Safe for use by many threads.
 *
 * <p>A connection that has swallowed a byte is lost: it stays open and silent until one side or {@link #cut} ends it, also
 * when the line is good again. What comes after a gap would be no protocol any more.
 */
public final class FaultProxy implements AutoCloseable {

    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket door;
    private final Set<Line> lines = ConcurrentHashMap.newKeySet();
    private volatile Mode mode = Mode.PASS;
    private volatile int upstream;

    /** What the proxy does with connections and bytes. */
    public enum Mode {
        /** Everything passes. */
        PASS,
        /** Connections are accepted and stay open; nothing passes in either direction. */
        BLACKHOLE,
        /** Requests pass, answers do not: what was asked for is done, but nobody learns of it. */
        LOSE_ANSWERS,
        /** New connections are hung up on before a byte is said; those that there are go on. */
        REFUSE
    }

    private FaultProxy(int upstream) throws IOException {
        this.upstream = upstream;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /**
     * Starts a proxy on a free port of 127.0.0.1; everything passes.
     *
     * @param upstream the port of the server
     */
    public static FaultProxy start(int upstream) {
        try {
            var proxy = new FaultProxy(upstream);
            Line.daemon("fault-proxy", proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("127.0.0.1 has no free port", e);
        }
    }

    /** Always 127.0.0.1. */
    public String host() {
        return "127.0.0.1";
    }

    /** The port for clients. */
    public int port() {
        return door.getLocalPort();
    }

    /** Makes the line bad or good, for the connections that there are and for new ones. */
    public void mode(Mode newMode) {
        mode = newMode;
    }

    /** What it does now. */
    public Mode mode() {
        return mode;
    }

    /** Leads new connections to another server; those that there are stay where they are. */
    public void leadTo(int port) {
        upstream = port;
    }

    /** Breaks all connections that there are; clients may come back. */
    public void cut() {
        lines.forEach(Line::close);
    }

    /** How many connections are open. */
    public int connections() {
        return lines.size();
    }

    private void accept() {
        while (!door.isClosed()) {
            acceptOne();
        }
    }

    private void acceptOne() {
        try {
            open(door.accept());
        } catch (IOException e) {
            // The door was closed, or a client has gone before it was let in.
            return;
        }
    }

    private void open(Socket client) throws IOException {
        if (mode == Mode.REFUSE) {
            client.close();
            return;
        }
        Socket server = new Socket();
        Line line = new Line(client, server, this::mode, lines::remove);
        lines.add(line);
        try {
            server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), upstream), CONNECT_MILLIS);
        } catch (IOException e) {
            line.close();
            return;
        }
        line.start();
        if (door.isClosed()) {
            line.close();
        }
    }

    /** Breaks all connections and takes no more. */
    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the port of the proxy cannot be closed", e);
        }
        cut();
    }
}
