package io.crowdchart.lambda;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a Redis server is asked by its clients, one line a request; what scripts ask on is left out. One thread at a time. */
final class RedisMonitor implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final Pattern OF_A_CLIENT = Pattern.compile("\\+[0-9.]+ \\[0 (?!lua])[^]]+] .*");

    private final Socket watching;
    private final Socket marking;
    private final BufferedReader seen;
    private final BufferedReader answers;
    private int marks;

    private RedisMonitor(String host, int port) throws IOException {
        watching = new Socket(host, port);
        marking = new Socket(host, port);
        watching.setSoTimeout(PATIENCE_MILLIS);
        marking.setSoTimeout(PATIENCE_MILLIS);
        seen = reader(watching);
        answers = reader(marking);
    }

    /** Watches a server from now on. */
    static RedisMonitor of(String host, int port) {
        try {
            RedisMonitor monitor = new RedisMonitor(host, port);
            monitor.send(monitor.watching, "MONITOR");
            monitor.seen.readLine();
            return monitor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private void send(Socket socket, String command) throws IOException {
        socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** The requests since the last call, in their order. */
    List<String> requests() {
        String mark = "\"mark-" + ++marks + "\"";
        List<String> requests = new ArrayList<>();
        try {
            send(marking, "ECHO " + mark);
            answers.readLine();
            answers.readLine();
            for (String line = seen.readLine(); !line.contains(mark); line = seen.readLine()) {
                if (OF_A_CLIENT.matcher(line).matches()) {
                    requests.add(line);
                }
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (watching;
                marking) {
            // Both are closed, whatever becomes of one.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
