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

    /** Whether all have been handed out. */
    boolean isDone();

    @Override
    void close();
}
