package io.crowdchart.connect.jetstream;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a source has seen. Counted by the task's and the connection's threads, read by anybody. */
final class SourceCounts {

    final LongAdder events = new LongAdder();
    final LongAdder posts = new LongAdder();
    final LongAdder deletions = new LongAdder();
    final LongAdder heartbeats = new LongAdder();
    final LongAdder connects = new LongAdder();
    final LongAdder losses = new LongAdder();
    final LongAdder gaps = new LongAdder();
    final LongAdder gapMillis = new LongAdder();
    private final Map<BadEvent, LongAdder> bad = new EnumMap<>(BadEvent.class);
    private volatile boolean connected;

    SourceCounts() {
        for (BadEvent reason : BadEvent.values()) {
            bad.put(reason, new LongAdder());
        }
    }

    void bad(BadEvent reason) {
        adder(reason).increment();
    }

    long badEvents(BadEvent reason) {
        return adder(reason).sum();
    }

    private LongAdder adder(BadEvent reason) {
        LongAdder adder = bad.get(reason);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + reason);
        }
        return adder;
    }

    void gap(Duration length) {
        gaps.increment();
        gapMillis.add(length.toMillis());
    }

    void connected(boolean now) {
        connected = now;
    }

    boolean isConnected() {
        return connected;
    }
}
