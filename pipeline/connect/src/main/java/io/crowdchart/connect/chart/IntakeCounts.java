package io.crowdchart.connect.chart;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a task has done so far. One thread counts, others may read. */
final class IntakeCounts {

    final AtomicLong records = new AtomicLong();
    final AtomicLong batches = new AtomicLong();
    final AtomicLong changes = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    final AtomicLong begunAnew = new AtomicLong();
    /** The newest pulse written; 0: none yet. */
    final AtomicLong newestPulseMicros = new AtomicLong();

    private final Map<BadRecordReason, AtomicLong> bad = new EnumMap<>(BadRecordReason.class);

    IntakeCounts() {
        for (BadRecordReason reason : BadRecordReason.values()) {
            bad.put(reason, new AtomicLong());
        }
    }

    AtomicLong bad(BadRecordReason reason) {
        return bad.computeIfAbsent(reason, missing -> new AtomicLong());
    }
}
