package io.crowdchart.local.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What a seed must not leave behind. */
final class Leftovers {

    private Leftovers() {}

    /** The files in a folder that should be empty, each as a difference. */
    static List<String> in(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> "left behind: " + file.getFileName()).toList();
        }
    }

    /** The logs that quote what somebody may have written, each as a difference. */
    static List<String> quotedIn(Path logs) throws IOException {
        try (Stream<Path> files = Files.list(logs)) {
            return files.flatMap(Leftovers::quotes).toList();
        }
    }

    private static Stream<String> quotes(Path log) {
        try {
            List<String> quoting = Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(Poison.PRIVATE_MARK))
                    .map(line -> line.substring(0, Math.min(300, line.length())))
                    .toList();
            return quoting.isEmpty()
                    ? Stream.empty()
                    : Stream.of(log.getFileName() + " quotes what was written " + quoting.size() + " times, first: "
                            + quoting.get(0));
        } catch (IOException e) {
            return Stream.of(log + " cannot be read: " + e);
        }
    }

    /** Removes a folder with all that is in it, if it is there. */
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
