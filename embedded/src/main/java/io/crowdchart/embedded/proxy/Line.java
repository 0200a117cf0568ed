package io.crowdchart.embedded.proxy;

import io.crowdchart.embedded.proxy.FaultProxy.Mode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** One connection through the proxy: two sockets, and a thread for each direction. */
final class Line {

    private static final int BUFFER_BYTES = 65_536;

    private final Socket client;
    private final Socket server;
    private final Supplier<Mode> mode;
    private final Consumer<Line> end;
    private volatile boolean lost;

    Line(Socket client, Socket server, Supplier<Mode> mode, Consumer<Line> end) {
        this.client = client;
        this.server = server;
        this.mode = mode;
        this.end = end;
    }

    void start() {
        daemon("fault-proxy-requests", () -> pump(client, server, true));
        daemon("fault-proxy-answers", () -> pump(server, client, false));
    }

    static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Socket from, Socket to, boolean requests) {
        byte[] buffer = new byte[BUFFER_BYTES];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (passes(requests)) {
                    out.write(buffer, 0, read);
                } else {
                    lost = true;
                }
            }
        } catch (IOException e) {
            // One side has gone; the other one goes, too.
            return;
        } finally {
            close();
        }
    }

    private boolean passes(boolean requests) {
        return switch (mode.get()) {
            case PASS, REFUSE -> !lost;
            case LOSE_ANSWERS -> requests;
            case BLACKHOLE -> false;
        };
    }

    void close() {
        closeQuietly(client);
        closeQuietly(server);
        end.accept(this);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is of no use any more, whether it says so or not.
            return;
        }
    }
}
