package io.crowdchart.local.faults;

import io.crowdchart.embedded.proxy.FaultProxy.Mode;
import java.util.List;

/** What goes wrong with Redis and on the way to it. */
final class RedisFaults {

    private final Stage stage;

    private RedisFaults(Stage stage) {
        this.stage = stage;
    }

    static List<Fault> all(Stage stage) {
        RedisFaults faults = new RedisFaults(stage);
        return List.of(
                faults.ordered("redis-kill", "redis-kill", "redis-start"),
                faults.ordered("redis-pause", "redis-pause", "redis-resume"),
                faults.ordered("redis-flush", "redis FLUSHALL", "redis PING"),
                faults.ordered("redis-full", "redis CONFIG SET maxmemory 1", "redis CONFIG SET maxmemory 0"),
                // A replica of nobody: it keeps its data and takes no writes.
                faults.ordered("redis-read-only", "redis REPLICAOF 127.0.0.1 1", "redis REPLICAOF NO ONE"),
                faults.line("redis-black-hole", Mode.BLACKHOLE),
                faults.line("redis-lost-answers", Mode.LOSE_ANSWERS),
                faults.line("redis-refused", Mode.REFUSE),
                new ReplicaPromoted(stage));
    }

    private Fault ordered(String name, String strike, String heal) {
        return Fault.of(
                name, () -> stage.machine().order(strike), () -> stage.machine().order(heal));
    }

    private Fault line(String name, Mode mode) {
        return Fault.of(
                name,
                () -> {
                    stage.line().mode(mode);
                    if (mode == Mode.REFUSE) {
                        stage.line().cut();
                    }
                },
                () -> stage.line().mode(Mode.PASS));
    }
}
