package io.crowdchart.local.faults;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * What is to be played; from system properties, so that Maven can say it.
 *
 * @param seeds {@code seed}, else {@code faults.seeds} of them, one by default, from {@code faults.first} on, 1 by default
 * @param events {@code faults.events}: how many events a seed has, at least
 * @param count {@code faults.count}: how many faults a seed draws
 * @param only {@code faults.only}: the names of faults to play in this order, instead of drawing; without this and a count a
 *     handful
 * @param auditEach {@code faults.each}: whether to compare after every fault, so that it is clear which one did it
 */
record FaultSettings(List<Long> seeds, int events, int count, List<String> only, boolean auditEach) {

    private static final int EVENTS = 1_000;
    private static final String HANDFUL = "runner-kill,redis-promotion,sink-rebalance,poison-for-sink";

    static final Path PLUGINS = Path.of("..", "pipeline", "connect", "target", "plugin")
            .toAbsolutePath()
            .normalize();
    static final Path LOGS = Path.of("target", "faults").toAbsolutePath();

    static FaultSettings ofSystem() {
        List<Long> seeds = Long.getLong("seed") == null
                ? LongStream.iterate(Long.getLong("faults.first", 1), seed -> seed + 1)
                        .limit(Integer.getInteger("faults.seeds", 1))
                        .boxed()
                        .toList()
                : List.of(Long.getLong("seed"));
        int count = Integer.getInteger("faults.count", 0);
        List<String> only = Arrays.stream(System.getProperty("faults.only", count == 0 ? HANDFUL : "")
                        .split(","))
                .filter(name -> !name.isBlank())
                .toList();
        return new FaultSettings(
                seeds, Integer.getInteger("faults.events", EVENTS), count, only, Boolean.getBoolean("faults.each"));
    }
}
