package io.crowdchart.connect.chart.record;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many records could not be used, by reason. One thread counts, others may read. */
public final class BadRecordCounts {

    private final Map<BadRecordReason, AtomicLong> counts = new EnumMap<>(BadRecordReason.class);

    public BadRecordCounts() {
        for (BadRecordReason reason : BadRecordReason.values()) {
            counts.put(reason, new AtomicLong());
        }
    }

    public long of(BadRecordReason reason) {
        return count(reason).get();
    }

    void add(BadRecordReason reason) {
        count(reason).incrementAndGet();
    }

    private AtomicLong count(BadRecordReason reason) {
        return counts.computeIfAbsent(reason, missing -> new AtomicLong());
    }
}
