package io.crowdchart.cache.write;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the charts. One thread at a time; several writers may work on the same charts, each in partitions of its own.
 *
 * <p>Every method throws {@link io.crowdchart.cache.CacheUnavailableException} when the cache cannot be used now. Creating
 * a writer needs no connection; the next call after a failure makes a new one.
 */
public interface ChartWriter extends AutoCloseable {

    /** How long a builder may be silent before another one may take its rebuild over. */
    Duration BUILDER_SILENCE = Duration.ofSeconds(10);

    /** How far the charts are in these partitions. */
    Standing look(Collection<TopicPart> parts);

    /** Notes that the charts have all there is to read in these partitions, where they are still at these positions. */
    void confirm(Map<TopicPart, Position> positions);

    /**
     * Applies a batch, whole and only if its positions follow the stored ones. There are stored ones only after a rebuild:
     * charts always begin with one.
     */
    WriteResult write(ChartBatch batch);

    /** Asks for a rebuild, unless one is asked for or at work already. From then on no batch is applied. */
    void askForRebuild();

    /**
     * Takes a rebuild on, whether it was asked for or not.
     *
     * @param starts every partition that the charts are made from, and where it is read from
     * @return nothing if another builder is at work
     */
    Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts);

    @Override
    void close();
}
