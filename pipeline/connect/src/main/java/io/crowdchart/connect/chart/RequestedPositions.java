package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Reads the offsets that an operator wants a stopped sink to have. */
final class RequestedPositions {

    private RequestedPositions() {}

    /**
     * As positions in the cache; null means "from the beginning".
     *
     * @throws ConnectException if one cannot be meant
     */
    static Map<TopicPart, @Nullable Long> of(Map<TopicPartition, @Nullable Long> offsets) {
        Map<TopicPart, @Nullable Long> positions = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            requireCharted(partition);
            requirePossible(partition, offset);
            positions.put(new TopicPart(partition.topic(), partition.partition()), offset);
        });
        return positions;
    }

    private static void requireCharted(TopicPartition partition) {
        if (!ChartedTopics.contains(partition.topic()) || partition.partition() < 0) {
            throw new ConnectException(
                    "the sink has positions in partitions of " + ChartedTopics.names() + ", was " + partition);
        }
    }

    private static void requirePossible(TopicPartition partition, @Nullable Long offset) {
        if (offset != null && offset < 0) {
            throw new ConnectException("the position in " + partition + " must be at least 0, was " + offset);
        }
    }
}
