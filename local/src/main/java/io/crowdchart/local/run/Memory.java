package io.crowdchart.local.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How much memory processes took, as Linux counts it. */
final class Memory {

    private static final String PEAK = "VmHWM:";

    private Memory() {}

    /** The sum of their largest resident sets so far; nothing where the system does not tell. */
    static Optional<Long> peakMegabytes(List<Long> pids) {
        long kilobytes = 0;
        for (long pid : pids) {
            try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
                kilobytes += lines.filter(line -> line.startsWith(PEAK))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (IOException e) {
                return Optional.empty();
            }
        }
        return Optional.of(kilobytes / 1024);
    }
}
