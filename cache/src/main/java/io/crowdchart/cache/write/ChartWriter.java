package io.crowdchart.cache.write;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the charts. One thread at a time; several writers may work on the same charts, each in partitions of its own.
 *
 * <p>Every method throws {@link io.crowdchart.cache.CacheUnavailableException} when the cache cannot be used now. Creating
 * a writer needs no connection; the next call after a failure makes a new one.
 */
public interface ChartWriter extends AutoCloseable {

    /**
     * The stored positions (offset of the record to read next).
     *
     * @return a position for each partition that has one
     */
    Map<TopicPart, Long> positions(Collection<TopicPart> parts);

    /** Applies a batch, whole and only if its positions follow the stored ones. */
    WriteResult write(ChartBatch batch);

    /**
     * Replaces stored positions without touching the charts.
     *
     * @param positions the new position by partition; null forgets it, so that the partition is read from its beginning
     */
    void reposition(Map<TopicPart, @Nullable Long> positions);

    @Override
    void close();
}
