package io.crowdchart.cache.read;

import java.time.Duration;

/**
 * Answers questions about the charts. Safe for use by many threads.
 *
 * <p>One question is one call to the cache. A broken connection is renewed once, silently, and an answer always comes within
 * the time that the reader was given, however many threads ask. Creating a reader needs no connection.
 *
 * <p>The reader remembers the last good charts that it read. While the cache cannot be asked it answers from them, with their
 * age, what they tell for certain: any of their first lines, and the place of a song if it is among these with all songs it is
 * tied with. Everything else is unavailable then. A cache that can be asked and has no state is believed: it is being
 * rebuilt, and what was remembered of the state before is forgotten.
 */
public interface ChartReader extends AutoCloseable {

    /** The answer to a question; never throws because of the cache, nor of what somebody put into it. */
    ChartAnswer read(ChartQuery query);

    /**
     * The same, for whoever has no more time. A reader that waits for nobody has no need of it.
     *
     * @param within how long to wait for the answer at most; never longer than for any other answer of this reader
     */
    default ChartAnswer read(ChartQuery query, Duration within) {
        return read(query);
    }

    /**
     * Drops the connection, the credentials and what is remembered, as before a snapshot of this process that others are
     * made from: the next question is answered as if it were the first. Waits for a question that is being answered.
     */
    default void reset() {}

    /**
     * Names the first songs of a chart, to recognise one that somebody named. Nothing is remembered of the answer. Never
     * throws because of the cache. If the last question found no cache that could be asked, nobody waits for another try:
     * the answer is unavailable at once, until a question is answered by the cache again.
     *
     * @param within how long to wait for the answer at most; never longer than for any other answer of this reader
     */
    ChartSongs songs(SongsQuery query, Duration within);

    @Override
    void close();
}
