package io.crowdchart.connect.chart.topics;

import io.crowdchart.cache.write.TopicPart;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The topics that the charts are made from, asked directly. One thread at a time. */
public interface ChartTopics extends AutoCloseable {

    /**
     * Asks how the topics are now. Never waits.
     *
     * @return what was found, or a {@link TopicsUnavailableException}
     */
    CompletableFuture<TopicsNow> ask();

    /**
     * Reads committed records of some partitions. Needs no group, and moves nobody's positions.
     *
     * @throws TopicsUnavailableException if that cannot be begun now
     */
    TopicRead read(Map<TopicPart, Stretch> stretches);

    @Override
    void close();
}
