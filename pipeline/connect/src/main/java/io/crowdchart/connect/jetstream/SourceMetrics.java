package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.PluginGauges;
import io.crowdchart.connect.post.Microseconds;
import java.time.Clock;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows a task's counts as metrics of the worker; the worker takes them away when the task ends. */
final class SourceMetrics {

    private static final Logger LOGGER = LoggerFactory.getLogger(SourceMetrics.class);

    private final PluginGauges gauges;

    private SourceMetrics(PluginMetrics metrics) {
        this.gauges = new PluginGauges(metrics);
    }

    /** Registers the metrics, unless the worker is from before Kafka 4.1, which has no place for them. */
    static void register(SourceTaskContext context, SourceCounts counts, Progress progress, Clock clock) {
        try {
            @Nullable PluginMetrics metrics = context.pluginMetrics();
            if (metrics != null) {
                new SourceMetrics(metrics).add(counts, progress, clock);
            }
        } catch (LinkageError | UnsupportedOperationException e) {
            LOGGER.debug("this worker has no metrics for plugins", e);
        }
    }

    private void add(SourceCounts counts, Progress progress, Clock clock) {
        add("events-total", "Events of any kind that could be read.", counts.events::sum);
        add("posts-total", "Posts handed out, deletions included.", counts.posts::sum);
        add("deletions-total", "Deletions handed out.", counts.deletions::sum);
        add("heartbeats-total", "Heartbeats handed out.", counts.heartbeats::sum);
        add("connects-total", "Connections begun.", counts.connects::sum);
        add("losses-total", "Connections that failed, broke, were closed or fell silent.", counts.losses::sum);
        add("gaps-total", "Times that a server skipped what was asked for.", counts.gaps::sum);
        add("gap-ms-total", "The time covered by those gaps, in milliseconds.", counts.gapMillis::sum);
        add("connected", "1 while events come, else 0.", () -> counts.isConnected() ? 1 : 0);
        add(
                "lag-ms",
                "How old the newest event handed out is, in milliseconds; -1 before the first.",
                () -> lag(progress.newest(), clock));
        for (BadEvent reason : BadEvent.values()) {
            add(
                    "bad-events-total",
                    "Messages that could not be used, by reason.",
                    Map.of("reason", reason.tag()),
                    () -> counts.badEvents(reason));
        }
    }

    private static long lag(OptionalLong newestUs, Clock clock) {
        return newestUs.isPresent()
                ? clock.millis() - Microseconds.toInstant(newestUs.getAsLong()).toEpochMilli()
                : -1;
    }

    private void add(String name, String description, LongSupplier value) {
        add(name, description, Map.of(), value);
    }

    private void add(String name, String description, Map<String, String> tags, LongSupplier value) {
        gauges.add(name, description, tags, value);
    }
}
