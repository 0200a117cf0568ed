package io.crowdchart.cache.redis;

import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applies batches to one set of charts, with one run of {@code write.lua} each. One thread at a time. */
final class BatchScript {

    private static final Script WRITE = Script.named("write.lua");
    private static final String NO_BUILDER = "";

    private final ChartNode node;
    private final Clock clock;
    private final KeySpace keys;
    private final String builder;

    private BatchScript(ChartNode node, Clock clock, KeySpace keys, String builder) {
        this.node = node;
        this.clock = clock;
        this.keys = keys;
        this.builder = builder;
    }

    /** For the charts that are read. */
    static BatchScript live(ChartNode node, Clock clock) {
        return new BatchScript(node, clock, KeySpace.LIVE, NO_BUILDER);
    }

    /** For the charts that a builder makes. */
    static BatchScript inTheMaking(ChartNode node, Clock clock, String builder) {
        return new BatchScript(node, clock, KeySpace.inTheMaking(builder), builder);
    }

    /**
     * Applies a batch.
     *
     * @param over charts to remove with their totals, not among those of the batch
     */
    WriteResult apply(ChartBatch batch, Collection<ChartWindow> over) {
        List<TopicPart> parts = List.copyOf(batch.advances().keySet());
        var call = WriteArguments.of(keys, builder, batch, parts, over, clock.instant());
        List<?> stored = Replies.list(node.run(WRITE, call.keys(), call.arguments(), node.deadline()));
        return stored.isEmpty() ? new WriteResult.Applied() : new WriteResult.Refused(positions(parts, stored));
    }

    private static Map<TopicPart, Position> positions(List<TopicPart> parts, List<?> stored) {
        Map<TopicPart, Position> positions = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String position = Replies.text(stored.get(i));
            if (!position.isEmpty()) {
                positions.put(parts.get(i), ChartKeys.positionOfValue(position));
            }
        }
        return positions;
    }
}
