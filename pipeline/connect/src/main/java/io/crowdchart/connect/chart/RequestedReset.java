package io.crowdchart.connect.chart;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/** Reads the offsets that an operator wants a stopped sink to have: none are the only ones that make sense. */
final class RequestedReset {

    private RequestedReset() {}

    /**
     * Lets a reset pass.
     *
     * @throws ConnectException if an offset is set; it says what to do instead
     */
    static void require(Map<TopicPartition, @Nullable Long> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                throw new ConnectException("the sink's positions live with the charts and cannot be set, asked for "
                        + offset + " in " + partition + "; reset the offsets to make the charts anew");
            }
        });
    }
}
