package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.Position;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Positions as the sink's group has them in Kafka: with the id of the topic beside the offset, so that nobody takes them for
 * those of a topic that was made anew.
 */
public final class CommittedPositions {

    private CommittedPositions() {}

    public static OffsetAndMetadata written(Position position) {
        return new OffsetAndMetadata(position.offset(), position.topicId());
    }

    /** Nothing if no id is beside it: then it is not known what it means. */
    static Optional<Position> read(@Nullable OffsetAndMetadata committed) {
        return committed == null || committed.metadata().isBlank()
                ? Optional.empty()
                : Optional.of(new Position(committed.metadata(), committed.offset()));
    }
}
