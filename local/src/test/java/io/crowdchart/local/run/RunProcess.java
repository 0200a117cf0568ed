package io.crowdchart.local.run;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code scripts/run}, or another script, in a process of its own, as a user starts it. */
final class RunProcess implements AutoCloseable {

    private static final Path SCRIPTS =
            Path.of("..", "scripts").toAbsolutePath().normalize();
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final List<Thread> readers;

    private RunProcess(Process process) {
        this.process = process;
        this.readers = List.of(reader(process.getInputStream(), out), reader(process.getErrorStream(), err));
    }

    static RunProcess start(Object... arguments) {
        return startScript("run", arguments);
    }

    static RunProcess startScript(String name, Object... arguments) {
        return start(name, ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()), arguments);
    }

    /** A run at whose other end somebody sits and says nothing, so that it stays. */
    static RunProcess startAttended(Object... arguments) {
        Object[] all =
                Stream.concat(Stream.of("--terminal"), Stream.of(arguments)).toArray();
        return start("run", ProcessBuilder.Redirect.PIPE, all);
    }

    private static RunProcess start(String name, ProcessBuilder.Redirect input, Object... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(name).toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        // The JDK that runs the tests runs the command.
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return new RunProcess(builder.redirectInput(input).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread reader(InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                .lines()
                .forEach(lines::add));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Waits for the end, and gives the status. */
    int status() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the script did not end within " + LIMIT + ": " + err);
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    long pid() {
        return process.pid();
    }

    /** The lines on standard output so far. */
    List<String> out() {
        return List.copyOf(out);
    }

    /** The lines on standard error so far. */
    List<String> err() {
        return List.copyOf(err);
    }

    /** The processes that it started and that still run. */
    List<ProcessHandle> children() {
        return process.descendants().toList();
    }

    /** Ends it without a chance to clean up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, as Ctrl-C does; that signal itself would be ignored where the tests run in the background. */
    void terminate() {
        process.destroy();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
