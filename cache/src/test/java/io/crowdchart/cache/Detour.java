package io.crowdchart.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way to a server on which a test lets things go wrong. */
final class Detour implements AutoCloseable {

    private static final long MILLIS_BETWEEN_DROPS = 100;

    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Set<Socket> lost = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket listener;
    private final int target;
    private volatile Fault fault = Fault.none();

    Detour(int target) throws IOException {
        this.target = target;
        this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        SocketLoop.start("detour", this::accept);
    }

    /**
     * What goes wrong.
     *
     * @param passes whether questions reach the server
     * @param reply what is said in place of the server
     * @param dripping whether that comes byte by byte, slowly
     * @param closing whether the connection is closed then
     */
    record Fault(boolean passes, String reply, boolean dripping, boolean closing) {

        static Fault none() {
            return new Fault(true, "", false, false);
        }

        static Fault silence() {
            return saying("");
        }

        static Fault saying(String reply) {
            return new Fault(false, reply, false, false);
        }

        static Fault dripping(String reply) {
            return new Fault(false, reply, true, false);
        }

        static Fault closing(String reply) {
            return new Fault(false, reply, false, true);
        }
    }

    int port() {
        return listener.getLocalPort();
    }

    /** From now on this is wrong with each question, on old connections and on new ones. */
    void let(Fault newFault) {
        fault = newFault;
    }

    /** The connections there are lead nowhere from now on, as those that a firewall forgot; new ones are good. */
    void loseConnections() {
        lost.addAll(sockets);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (!listener.isClosed()) {
            Socket client = listener.accept();
            sockets.add(client);
            SocketLoop.start("detour forth", () -> lead(client));
        }
    }

    private void lead(Socket client) throws IOException {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            sockets.add(server);
            SocketLoop.start("detour back", () -> {
                try (client) {
                    server.getInputStream().transferTo(client.getOutputStream());
                }
            });
            pass(client, server);
        }
    }

    private void pass(Socket client, Socket server) throws IOException {
        byte[] bytes = new byte[65_536];
        InputStream questions = client.getInputStream();
        for (int read = questions.read(bytes); read >= 0; read = questions.read(bytes)) {
            Fault now = fault;
            if (lost.contains(client)) {
                continue;
            }
            if (now.passes()) {
                server.getOutputStream().write(bytes, 0, read);
            } else {
                say(now, client.getOutputStream());
            }
            if (now.closing()) {
                return;
            }
        }
    }

    private void say(Fault now, OutputStream client) throws IOException {
        byte[] reply = now.reply().getBytes(StandardCharsets.UTF_8);
        if (!now.dripping()) {
            client.write(reply);
            return;
        }
        try {
            for (int at = 0; at < reply.length && !closed.await(MILLIS_BETWEEN_DROPS, TimeUnit.MILLISECONDS); at++) {
                client.write(reply, at, 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
