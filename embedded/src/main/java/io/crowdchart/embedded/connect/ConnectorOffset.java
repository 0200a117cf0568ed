package io.crowdchart.embedded.connect;

import java.util.Map;

/**
 * A place that a connector has stored.
 *
 * @param partition of what; of a sink {@code kafka_topic} and {@code kafka_partition}
 * @param offset the place; of a sink {@code kafka_offset}
 */
public record ConnectorOffset(Map<String, Object> partition, Map<String, Object> offset) {

    public ConnectorOffset {
        partition = Map.copyOf(partition);
        offset = Map.copyOf(offset);
    }
}
