package io.crowdchart.connect.chart;

import io.crowdchart.connect.chart.rebuild.RebuildCounts;
import io.crowdchart.connect.chart.record.BadRecordCounts;
import java.util.concurrent.atomic.AtomicLong;

/** What a task has done so far. One thread counts, others may read. */
final class IntakeCounts {

    final AtomicLong records = new AtomicLong();
    final AtomicLong batches = new AtomicLong();
    final AtomicLong changes = new AtomicLong();
    final AtomicLong refused = new AtomicLong();
    /** The newest pulse written; 0: none yet. */
    final AtomicLong newestPulseMicros = new AtomicLong();

    final BadRecordCounts bad = new BadRecordCounts();
    final RebuildCounts rebuilds = new RebuildCounts();
}
