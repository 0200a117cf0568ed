package io.crowdchart.connect.chart;

import io.crowdchart.connect.PluginGauges;
import io.crowdchart.connect.chart.rebuild.RebuildReason;
import io.crowdchart.connect.chart.record.BadRecordReason;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a task's counts as metrics of the worker; the worker takes them away when the task ends. */
final class IntakeMetrics {

    private static final Logger LOGGER = LoggerFactory.getLogger(IntakeMetrics.class);

    private final PluginGauges gauges;

    private IntakeMetrics(PluginMetrics metrics) {
        this.gauges = new PluginGauges(metrics);
    }

    /** Registers the metrics, unless the worker is from before Kafka 4.1, which has no place for them. */
    static void register(SinkTaskContext context, IntakeCounts counts, OutageWatch watch, Clock clock) {
        try {
            @Nullable PluginMetrics metrics = context.pluginMetrics();
            if (metrics != null) {
                new IntakeMetrics(metrics).add(counts, watch, clock);
            }
        } catch (LinkageError e) {
            LOGGER.debug("this worker has no metrics for plugins", e);
        }
    }

    private void add(IntakeCounts counts, OutageWatch watch, Clock clock) {
        add("records-total", "Records that are stored in the cache or reported as bad.", counts.records::get);
        add("batches-total", "Batches that the cache applied.", counts.batches::get);
        add("changes-total", "Votes, titles and pulses that the cache was given.", counts.changes::get);
        add("batches-refused-total", "Batches that did not follow the cache's positions.", counts.refused::get);
        add(
                "rebuild-at-work",
                "1 while this task makes the charts anew, else 0.",
                () -> counts.rebuilds.atWork() ? 1 : 0);
        add("cache-away", "1 while the cache cannot be used, else 0.", () -> watch.away() ? 1 : 0);
        add(
                "pulse-age-ms",
                "How old the newest pulse in the cache is, in milliseconds; -1 before the first.",
                () -> pulseAge(counts, clock));
        addRebuilds(counts);
        for (BadRecordReason reason : BadRecordReason.values()) {
            add(
                    "bad-records-total",
                    "Records that were reported as bad.",
                    Map.of("reason", reason.tag()),
                    () -> counts.bad.of(reason));
        }
    }

    private void addRebuilds(IntakeCounts counts) {
        add(
                "last-rebuild-ms",
                "How long the last rebuild of this task took, in milliseconds; -1 before the first.",
                counts.rebuilds::lastMillis);
        for (RebuildReason reason : RebuildReason.values()) {
            add(
                    "rebuilds-total",
                    "Times that this task made the charts anew.",
                    Map.of("reason", reason.tag()),
                    () -> counts.rebuilds.finished(reason));
        }
    }

    private static long pulseAge(IntakeCounts counts, Clock clock) {
        long micros = Math.max(counts.newestPulseMicros.get(), counts.rebuilds.newestPulseMicros());
        return micros == 0 ? -1 : clock.millis() - micros / 1000;
    }

    private void add(String name, String description, LongSupplier value) {
        add(name, description, Map.of(), value);
    }

    private void add(String name, String description, Map<String, String> tags, LongSupplier value) {
        gauges.add(name, description, tags, value);
    }
}
