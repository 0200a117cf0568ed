package io.crowdchart.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on 127.0.0.1 on which every answer is late. Safe for use by many threads. */
final class SlowLine implements AutoCloseable {

    private final ServerSocket door;
    private final int upstream;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Duration late = Duration.ZERO;

    private SlowLine(int upstream) throws IOException {
        this.upstream = upstream;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    static SlowLine to(int upstream) {
        try {
            SlowLine line = new SlowLine(upstream);
            run(line::accept);
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return door.getLocalPort();
    }

    /** How long every answer takes from now on. */
    void late(Duration time) {
        late = time;
    }

    private interface Loop {
        void run() throws IOException;
    }

    private static void run(Loop loop) {
        var thread = new Thread(
                () -> {
                    try {
                        loop.run();
                    } catch (IOException e) {
                        // Closed, by either side or by the test.
                        return;
                    }
                },
                "slow-line");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            Socket server = new Socket(InetAddress.getLoopbackAddress(), upstream);
            sockets.add(client);
            sockets.add(server);
            run(() -> client.getInputStream().transferTo(server.getOutputStream()));
            run(() -> answer(server.getInputStream(), client.getOutputStream()));
        }
    }

    private void answer(InputStream from, OutputStream to) throws IOException {
        byte[] part = new byte[65_536];
        for (int length = from.read(part); length >= 0; length = from.read(part)) {
            LockSupport.parkNanos(late.toNanos());
            to.write(part, 0, length);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
