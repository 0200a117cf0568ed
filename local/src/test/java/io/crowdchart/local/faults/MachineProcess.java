package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.connect.ConnectRest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A running {@link FaultedMachine}, seen from the test. One thread at a time. */
final class MachineProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final List<String> addresses;

    private MachineProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(() -> read(process.getInputStream()), "machine-answers");
        reader.setDaemon(true);
        reader.start();
        this.addresses = List.of(answer("the start").split(" "));
    }

    /** Where it keeps its things and finds its parts. */
    record Places(Path data, Path logs, Path temporary, Path plugins, URI network) {}

    /** Starts it and waits until everything runs. */
    static MachineProcess start(Places places) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx384m",
                "-Xshare:auto",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + places.temporary(),
                "-Dcrowdchart.log=" + places.logs().resolve("machine.log"),
                "-cp",
                System.getProperty("java.class.path"),
                FaultedMachine.class.getName(),
                places.data().toString(),
                places.plugins().toString(),
                places.network().toString());
        try {
            return new MachineProcess(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(
                            places.logs().resolve("machine.err").toFile()))
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(InputStream stream) {
        try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> line.startsWith(FaultedMachine.ANSWER)).forEach(answers::add);
        } catch (IOException | UncheckedIOException e) {
            // Killed in the middle of a line.
            return;
        } finally {
            answers.add(END);
        }
    }

    /** Where its broker is. */
    String bootstrapServers() {
        return addresses.get(0);
    }

    /** Its Connect worker. */
    ConnectRest connect() {
        return new ConnectRest(URI.create(connectUrl()));
    }

    /** The address of its Connect worker. */
    String connectUrl() {
        return addresses.get(1);
    }

    /** The port of its own Redis. */
    int redisPort() {
        return Integer.parseInt(addresses.get(2));
    }

    /** Says a command of {@link FaultedMachine}, and gives the answer once it is carried out. */
    String order(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the machine has ended before '" + command + "'", e);
        }
        return answer("'" + command + "'");
    }

    /** Says a command to its Redis. */
    String redis(String command) {
        return order("redis " + command);
    }

    private String answer(String what) {
        try {
            String answer = answers.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
            if (answer == null || !answer.startsWith(FaultedMachine.OK)) {
                process.destroyForcibly();
                throw new IllegalStateException("the machine did not carry out " + what + ": " + answer);
            }
            return answer.substring(FaultedMachine.OK.length());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the machine carried out " + what, e);
        }
    }

    /** Ends it as {@code kill -9} does, and waits until its helpers have noticed and are gone. */
    void kill() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly().onExit().join();
        awaitEnd(children);
    }

    /** Ends it in order. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        try {
            process.getOutputStream().close();
            process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (IOException e) {
            // It has ended already.
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly().onExit().join();
        awaitEnd(children);
    }

    private static void awaitEnd(List<ProcessHandle> children) {
        await("the processes of the machine end")
                .atMost(LIMIT)
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
    }
}
