package io.crowdchart.embedded.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.proxy.FaultProxy.Mode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultProxyIT {

    private final Echo first = new Echo("first");
    private final Echo second = new Echo("second");
    private final FaultProxy proxy = FaultProxy.start(first.port());

    @AfterEach
    void close() throws IOException {
        proxy.close();
        first.close();
        second.close();
    }

    @Test
    void what_is_said_passes_both_ways() throws IOException {
        try (Caller caller = new Caller(proxy.port())) {
            assertThat(caller.ask("hello")).isEqualTo("first: hello");
            assertThat(caller.ask("again")).isEqualTo("first: again");
        }
        await().untilAsserted(() -> assertThat(proxy.connections()).isZero());
    }

    @Test
    void a_black_hole_swallows_and_keeps_connections_open() throws IOException {
        try (Caller before = new Caller(proxy.port())) {
            assertThat(before.ask("hello")).isEqualTo("first: hello");
            proxy.mode(Mode.BLACKHOLE);
            try (Caller during = new Caller(proxy.port())) {
                assertThatThrownBy(() -> before.ask("lost")).isInstanceOf(SocketTimeoutException.class);
                assertThatThrownBy(() -> during.ask("lost too")).isInstanceOf(SocketTimeoutException.class);
                assertThat(first.heard()).containsExactly("hello");

                proxy.mode(Mode.PASS);
                assertThatThrownBy(() -> before.ask("after a gap")).isInstanceOf(SocketTimeoutException.class);
            }
        }
        try (Caller after = new Caller(proxy.port())) {
            assertThat(after.ask("anew")).isEqualTo("first: anew");
        }
    }

    @Test
    void lost_answers_are_those_to_requests_that_arrived() throws IOException {
        try (Caller caller = new Caller(proxy.port())) {
            proxy.mode(Mode.LOSE_ANSWERS);
            assertThatThrownBy(() -> caller.ask("done")).isInstanceOf(SocketTimeoutException.class);
            assertThat(first.heard()).containsExactly("done");
        }
    }

    @Test
    void refusing_hangs_up_on_new_connections_only() throws IOException {
        try (Caller before = new Caller(proxy.port())) {
            assertThat(before.ask("hello")).isEqualTo("first: hello");
            proxy.mode(Mode.REFUSE);
            assertThatThrownBy(() -> {
                        try (Caller during = new Caller(proxy.port())) {
                            during.ask("hello");
                        }
                    })
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
            assertThat(before.ask("still here")).isEqualTo("first: still here");
        }
    }

    @Test
    void cutting_breaks_connections_and_new_ones_may_lead_elsewhere() throws IOException {
        try (Caller before = new Caller(proxy.port())) {
            assertThat(before.ask("hello")).isEqualTo("first: hello");
            proxy.leadTo(second.port());
            assertThat(before.ask("still there")).isEqualTo("first: still there");

            proxy.cut();

            assertThatThrownBy(() -> before.ask("gone")).isInstanceOf(IOException.class);
        }
        try (Caller after = new Caller(proxy.port())) {
            assertThat(after.ask("hello")).isEqualTo("second: hello");
        }
    }

    @Test
    void a_server_that_is_not_there_breaks_the_connection() throws IOException {
        first.close();
        try (Caller caller = new Caller(proxy.port())) {
            assertThatThrownBy(() -> caller.ask("hello"))
                    .isInstanceOf(IOException.class)
                    .isNotInstanceOf(SocketTimeoutException.class);
        }
    }

    /** Asks a line, gets a line. */
    private static final class Caller implements AutoCloseable {

        private static final int PATIENCE_MILLIS = 300;

        private final Socket socket;
        private final BufferedReader answers;

        Caller(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        String ask(String question) throws IOException {
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            String answer = answers.readLine();
            if (answer == null) {
                throw new IOException("the connection was closed");
            }
            return answer;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** A server that answers every line with its name and that line. */
    private static final class Echo {

        private final String name;
        private final ServerSocket door;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final Thread accepting;

        Echo(String name) {
            this.name = name;
            try {
                this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            this.accepting = start(this::accept);
        }

        int port() {
            return door.getLocalPort();
        }

        List<String> heard() {
            return List.copyOf(heard);
        }

        private void accept() {
            while (!door.isClosed()) {
                try {
                    Socket socket = door.accept();
                    start(() -> answer(socket));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void answer(Socket socket) {
            try (socket;
                    var lines = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    heard.add(line);
                    socket.getOutputStream().write((name + ": " + line + "\n").getBytes(StandardCharsets.UTF_8));
                }
            } catch (IOException e) {
                // The caller has gone.
                return;
            }
        }

        private static Thread start(Runnable work) {
            Thread thread = new Thread(work, "echo");
            thread.setDaemon(true);
            thread.start();
            return thread;
        }

        /** Ends when nobody is let in any more: a blocked accept may still take one caller after its door was closed. */
        void close() throws IOException {
            door.close();
            await().until(() -> !accepting.isAlive());
        }
    }
}
