package io.crowdchart.cache.read;

/**
 * Answers questions about the charts. Safe for use by many threads.
 *
 * <p>One question is one call to the cache. A broken connection is renewed once, silently; an answer always comes, within
 * the time-outs of the configuration. Creating a reader needs no connection.
 */
public interface ChartReader extends AutoCloseable {

    /** The answer to a question; never throws because of the cache. */
    ChartAnswer read(ChartQuery query);

    @Override
    void close();
}
