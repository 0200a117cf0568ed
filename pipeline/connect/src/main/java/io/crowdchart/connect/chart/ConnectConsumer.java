package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import java.time.Duration;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a task may ask of the consumer that Connect has for it. */
final class ConnectConsumer {

    private final SinkTaskContext context;
    private boolean mayBePaused;

    ConnectConsumer(SinkTaskContext context) {
        this.context = context;
    }

    /** The next put comes in so long at the latest, with records or without. */
    void wakeIn(Duration time) {
        context.timeout(time.toMillis());
    }

    /** Records come from there on, from the put after the next poll. */
    void seek(TopicPart part, long offset) {
        context.offset(kafka(part), offset);
    }

    /** Brings no records until {@link #resume}. */
    void pause(Collection<TopicPart> parts) {
        mayBePaused = true;
        context.pause(kafka(parts));
    }

    void resume(Collection<TopicPart> parts) {
        if (mayBePaused) {
            mayBePaused = false;
            context.resume(kafka(parts));
        }
    }

    /** Partitions were given to the task; Connect may remember that one was paused before. */
    void opened() {
        mayBePaused = true;
    }

    private static TopicPartition[] kafka(Collection<TopicPart> parts) {
        return parts.stream().map(ConnectConsumer::kafka).toArray(TopicPartition[]::new);
    }

    private static TopicPartition kafka(TopicPart part) {
        return new TopicPartition(part.topic(), part.partition());
    }
}
