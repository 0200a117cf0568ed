package io.crowdchart.operations.cluster;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which a run on this machine leaves its settings, one file a process: {@code <pid>.properties}. A file whose
 * process is gone says nothing, and is removed by whoever finds it. One whose number another process has now is left alone, and
 * says nothing either.
 */
public final class RunningCharts {

    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.properties");

    /** The line of a file that says when its process started. */
    private static final String STARTED = "process.started";

    /** Two processes may know the start of a third one only this exactly. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path folder;

    public RunningCharts(Path folder) {
        this.folder = folder;
    }

    /** A file that is there as long as it is open. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }

    /** Leaves the settings of this process; closing takes them away. */
    public Registration register(Map<String, String> settings) {
        Path file = file(ProcessHandle.current().pid());
        try {
            Files.createDirectories(folder);
            Path fresh = folder.resolve(file.getFileName() + ".new");
            Map<String, String> lines = new TreeMap<>(settings);
            ProcessHandle.current().info().startInstant().ifPresent(start -> lines.put(STARTED, start.toString()));
            Files.write(
                    fresh,
                    lines.entrySet().stream()
                            .map(setting -> setting.getKey() + "=" + escaped(setting.getValue()))
                            .toList());
            // Whole, or not there.
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the settings of this run cannot be written to " + file, e);
        }
        return () -> delete(file);
    }

    /** The settings of the processes that are alive, by process id. */
    public SortedMap<Long, Map<String, String>> alive() {
        SortedMap<Long, Map<String, String>> alive = new TreeMap<>();
        for (Path file : files()) {
            Matcher name = NAME.matcher(file.getFileName().toString());
            if (!name.matches()) {
                continue;
            }
            long pid = Long.parseLong(name.group(1));
            Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
            if (process.isEmpty()) {
                delete(file);
                continue;
            }
            Map<String, String> settings = read(file);
            String started = settings.remove(STARTED);
            if (isSame(process.get(), started)) {
                alive.put(pid, settings);
            }
        }
        return alive;
    }

    /**
     * The settings in a file.
     *
     * @throws WrongUseException if it cannot be read
     */
    public static Map<String, String> read(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUseException("expected a properties file with settings, " + file + ": " + e, e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        properties.stringPropertyNames().stream()
                .sorted(Comparator.naturalOrder())
                .forEach(name -> settings.put(name, properties.getProperty(name)));
        return settings;
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(long pid) {
        return folder.resolve(pid + ".properties");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\");
    }

    /** Whether it is the process that wrote the file; a younger one has only inherited its number. */
    private static boolean isSame(ProcessHandle process, @Nullable String started) {
        Optional<Instant> start = process.info().startInstant();
        return started == null
                || start.isEmpty()
                || Duration.between(Instant.parse(started), start.get()).abs().compareTo(TOLERANCE) <= 0;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
