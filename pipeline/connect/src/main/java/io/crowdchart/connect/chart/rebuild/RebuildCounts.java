package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.ChartBatch;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** How often this task has made the charts anew, and whether it does so now. One thread counts, others may read. */
public final class RebuildCounts {

    private final Map<RebuildReason, AtomicLong> finished = new EnumMap<>(RebuildReason.class);
    private final AtomicLong newestPulseMicros = new AtomicLong();
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

    /** The newest pulse that a rebuild has read; 0: none yet. */
    public long newestPulseMicros() {
        return newestPulseMicros.get();
    }

    void read(Collection<ChartBatch.Pulse> pulses) {
        pulses.forEach(pulse -> newestPulseMicros.accumulateAndGet(pulse.seenAtMicros(), Math::max));
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
