package io.crowdchart.connect.chart.rebuild;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** How often this task has made the charts anew, and whether it does so now. One thread counts, others may read. */
public final class RebuildCounts {

    private final Map<RebuildReason, AtomicLong> finished = new EnumMap<>(RebuildReason.class);
    private volatile boolean atWork;
    private volatile long lastMillis = -1;

    public RebuildCounts() {
        for (RebuildReason reason : RebuildReason.values()) {
            finished.put(reason, new AtomicLong());
        }
    }

    /** How often for a reason; one with several reasons counts for each. */
    public long finished(RebuildReason reason) {
        return finishedCount(reason).get();
    }

    public boolean atWork() {
        return atWork;
    }

    /** How long the last finished rebuild took; -1 before the first. */
    public long lastMillis() {
        return lastMillis;
    }

    void setAtWork(boolean atWork) {
        this.atWork = atWork;
    }

    void addFinished(Set<RebuildReason> reasons, Duration time) {
        lastMillis = time.toMillis();
        reasons.forEach(reason -> finishedCount(reason).incrementAndGet());
    }

    private AtomicLong finishedCount(RebuildReason reason) {
        return finished.computeIfAbsent(reason, missing -> new AtomicLong());
    }
}
