package io.crowdchart.infra.rehearsal;

import io.crowdchart.embedded.process.Watchdog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * The file systems of the containers of a task, in one folder: paths that begin at their roots begin here. Its processes have
 * no variables but those that they are given, and end with it, or with this JVM.
 */
final class TaskFolder implements AutoCloseable {

    private static final long FETCH_SECONDS = 60;

    /** Takes the place of the command line of AWS in the image. */
    private static final String AWS = """
            #!/bin/sh
            if [ $# -ne 5 ] || [ "$1 $2 $3" != "s3 cp --only-show-errors" ]; then
              echo "aws: this is not known here: $*" >&2
              exit 252
            fi
            exec cp "%s/${4#s3://}" "$5"
            """;

    private final Path root;
    private final Map<String, Path> places = new LinkedHashMap<>();
    private final Watchdog watchdog = Watchdog.start();
    private final List<Process> processes = new ArrayList<>();

    /**
     * Makes one.
     *
     * @param root an empty folder
     * @param places the folders of the containers that are used
     */
    TaskFolder(Path root, List<String> places) {
        this.root = root;
        for (String place : places) {
            this.places.put(place, root.resolve(place.substring(1)));
        }
    }

    /** Where a path of a container is. */
    Path at(String path) {
        return Path.of(mapped(path));
    }

    /** Puts objects where a container's {@code aws s3 cp} finds them. */
    void give(Map<String, byte[]> objects) {
        Path store = root.resolve("s3");
        objects.forEach((name, bytes) -> write(store.resolve(name), bytes));
        script(root.resolve("bin/aws"), AWS.formatted(store));
    }

    /** Runs a container to its end. */
    void run(Container container) {
        Running running = start(container, Map.of(), List.of());
        try {
            if (!running.process().waitFor(FETCH_SECONDS, TimeUnit.SECONDS)
                    || running.process().exitValue() != 0) {
                throw new AssertionError(container.command() + ": " + running.output());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a container ran", e);
        }
    }

    /**
     * A process of a container.
     *
     * @param process the process itself
     * @param log what it says
     */
    record Running(Process process, Path log) {

        /** All it has said so far. */
        String output() {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Starts a container.
     *
     * @param replacements variables that take the place of others, or come on top
     * @param more words behind its command
     */
    Running start(Container container, Map<String, String> replacements, List<String> more) {
        List<String> command = new ArrayList<>();
        container.command().forEach(word -> command.add(mapped(word)));
        command.addAll(more);
        try {
            Path log = Files.createTempFile(root, "log-", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            Map<String, String> environment = new HashMap<>(container.environment());
            environment.put("PATH", root.resolve("bin") + ":/usr/local/bin:/usr/bin:/bin");
            environment.putAll(replacements);
            builder.environment().clear();
            builder.environment().putAll(environment);
            Process process = builder.start();
            processes.add(process);
            watchdog.guardProcess(process.pid());
            return new Running(process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(command + " cannot be run", e);
        }
    }

    /** Changes a file that was fetched: its paths lead here, and what else is to be changed. */
    void adapt(String path, UnaryOperator<String> change) {
        Path file = at(path);
        try {
            String text = Files.readString(file);
            write(file, change.apply(mapped(text)).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a script. */
    void script(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
        if (!file.toFile().setExecutable(true)) {
            throw new IllegalStateException(file + " cannot be made executable");
        }
    }

    private String mapped(String text) {
        String mapped = text;
        for (Map.Entry<String, Path> place : places.entrySet()) {
            mapped = mapped.replaceAll(
                    "(?<![\\w.-])" + place.getKey() + "(?![\\w-])",
                    place.getValue().toString());
        }
        return mapped;
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (Process process : processes) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            try {
                process.waitFor(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        watchdog.close();
    }
}
