package io.crowdchart.connect.chart.topics;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Records on their way, in the order of each partition. One thread at a time. */
public interface TopicRead extends AutoCloseable {

    /**
     * The next records; none if there are none within the given time, or no more at all. Keys and values are bytes.
     *
     * @throws TopicsUnavailableException if they cannot be read, also because they are gone
     */
    List<SinkRecord> next(Duration patience);

    /**
     * Whether all have been handed out.
     *
     * @throws TopicsUnavailableException if they cannot be read, also because they are gone
     */
    boolean isDone();

    /** A number that has grown at the last {@link #isDone} if places were passed since, with records or without. */
    long reached();

    /** Never fails. */
    @Override
    void close();
}
