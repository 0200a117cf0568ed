package io.crowdchart.cache.write;

import java.util.Map;

/**
 * Charts in the making, beside those that are read. They take the place of all others in one step, together with the
 * positions. One call at a time, to it and to its writer; calls may come from different threads one after the other.
 *
 * <p>A rebuild is lost when another builder has taken over, when somebody emptied the cache, or when the cache lost what it
 * had confirmed: then nothing it does has any effect, and every method says so. A call that ends in a {@link
 * io.crowdchart.cache.CacheUnavailableException} leaves it uncertain; such a rebuild must be given up.
 */
public interface ChartRebuild {

    /**
     * Adds a batch. Its steps begin at the starts of the rebuild, or where the batch before has led.
     *
     * @return false if the rebuild is lost
     */
    boolean add(ChartBatch batch);

    /**
     * Shows that the builder is alive, where it is too long between batches.
     *
     * @return false if the rebuild is lost
     */
    boolean keepAlive();

    /**
     * Puts the new charts in the place of all others.
     *
     * @param ends the position to go on from, for every partition of the rebuild; not before the last batch
     * @return false if the rebuild is lost
     */
    boolean finish(Map<TopicPart, Position> ends);

    /** Gives the rebuild up; it stays asked for, and another builder need not wait. Does nothing if it is lost. */
    void abandon();
}
