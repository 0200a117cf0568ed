package io.crowdchart.embedded.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.embedded.core.ExecutableProvider;
import redis.embedded.error.OsArchitectureNotFound;
import redis.embedded.error.UnknownOSName;

/** The files of one server: its temporary folder with the configuration, the log and, where needed, the binary. */
final class RedisFiles {

    private static final long VERSION_SECONDS = 20;

    private final Path folder;
    private final RedisOptions options;

    RedisFiles(Path folder, RedisOptions options) {
        this.folder = folder;
        this.options = options;
    }

    Path folder() {
        return folder;
    }

    Path log() {
        return options.log().orElse(folder.resolve("redis.log"));
    }

    /** A command that runs here: from the PATH, else the bundled binary. */
    String command() {
        for (String name : List.of("redis-server", "valkey-server")) {
            if (runs(name)) {
                return name;
            }
        }
        return bundled();
    }

    private String bundled() {
        @Nullable Throwable cause = null;
        try {
            File binary =
                    ExecutableProvider.newJarResourceProvider(folder.toFile()).get();
            if (runs(binary.getAbsolutePath())) {
                return binary.getAbsolutePath();
            }
        } catch (IOException | OsArchitectureNotFound | UnknownOSName e) {
            cause = e;
        }
        throw new RedisMissingException(cause);
    }

    private static boolean runs(String command) {
        try {
            Process process = new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(VERSION_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisStartException("interrupted while looking for redis-server", e);
        }
    }

    /** Writes the configuration; a file, since other people see the command line of a process, and so a password. */
    Path configuration(int port) {
        List<String> lines = new ArrayList<>(List.of("bind 127.0.0.1", "port " + port, "daemonize no", "save \"\""));
        lines.add("dir " + quoted(createdData().toString()));
        lines.add("appendonly " + (options.data().isPresent() ? "yes" : "no"));
        options.password().ifPresent(password -> lines.add("requirepass " + quoted(password)));
        if (options.cluster()) {
            lines.addAll(List.of("cluster-enabled yes", "cluster-announce-ip 127.0.0.1"));
        }
        options.settings().forEach((name, value) -> lines.add(name + " " + value));
        try {
            return Files.write(folder.resolve("redis.conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration of redis-server cannot be written", e);
        }
    }

    private Path createdData() {
        Path data = options.data().orElse(folder).toAbsolutePath();
        try {
            return Files.createDirectories(data);
        } catch (IOException e) {
            throw new RedisStartException("the data folder of redis-server cannot be created: " + data, e);
        }
    }

    /** The last line that the server wrote, as a reason for people. */
    String lastLine() {
        try (Stream<String> lines = Files.lines(log())) {
            return lines.filter(line -> !line.isBlank())
                    .reduce((first, second) -> second)
                    .orElse("no output");
        } catch (IOException | UncheckedIOException e) {
            return "no output";
        }
    }

    void remove() {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the temporary folder of redis-server cannot be removed", e);
        }
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
