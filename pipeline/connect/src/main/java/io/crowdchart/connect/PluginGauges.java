package io.crowdchart.connect;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows numbers of a task as metrics of the worker, which takes them away when the task ends.
 *
 * <p>A worker that could not stop a task in time starts its successor all the same, while the metrics of the former one are
 * still there. The successor works without its own then: an exception would make Connect give the task up for good.
 */
public final class PluginGauges {

    private static final Logger LOGGER = LoggerFactory.getLogger(PluginGauges.class);

    private final PluginMetrics metrics;

    public PluginGauges(PluginMetrics metrics) {
        this.metrics = metrics;
    }

    /** Shows a number. */
    public void add(String name, String description, Map<String, String> tags, LongSupplier value) {
        Gauge<Long> gauge = (config, now) -> value.getAsLong();
        try {
            metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>(tags)), gauge);
        } catch (IllegalArgumentException e) {
            LOGGER.warn("{} {} is not shown: a former instance of this task has not ended yet", name, tags, e);
        }
    }
}
