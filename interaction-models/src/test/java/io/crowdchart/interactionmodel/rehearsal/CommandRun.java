package io.crowdchart.interactionmodel.rehearsal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command that runs; when it is closed, nothing of it is left. */
final class CommandRun implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    private final List<String> command;
    private final Process process;
    private final Path out;
    private final Path err;

    private CommandRun(List<String> command, Process process, Path out, Path err) {
        this.command = command;
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * What a command has left.
     *
     * @param out what it told, one line after the other
     * @param err what it complained about
     */
    record Ended(int status, String out, String err) {

        /** All that somebody at a terminal would have read. */
        String told() {
            return out + err;
        }
    }

    static CommandRun start(Path folder, Map<String, String> environment, List<String> command) throws IOException {
        Path out = Files.createTempFile("rehearsal", ".out");
        Path err = Files.createTempFile("rehearsal", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new CommandRun(command, builder.start(), out, err);
    }

    /** Runs a command to its end. */
    static Ended of(Path folder, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        try (CommandRun run = start(folder, environment, command)) {
            return run.ended();
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for the end, and fails if it does not come. */
    Ended ended() throws IOException, InterruptedException {
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(
                    command + " does not end; so far: " + Files.readString(out) + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Override
    public void close() throws IOException {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        all.forEach(child -> child.onExit().join());
        Files.delete(out);
        Files.delete(err);
    }
}
