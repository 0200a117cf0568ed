package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What a task may ask of the consumer that Connect has for it. */
final class ConnectConsumer {

    private final SinkTaskContext context;
    private final Set<TopicPart> mayBePaused = new HashSet<>();

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
        mayBePaused.addAll(parts);
        context.pause(kafka(parts));
    }

    void resume(Collection<TopicPart> parts) {
        List<TopicPart> again = parts.stream().filter(mayBePaused::remove).toList();
        if (!again.isEmpty()) {
            context.resume(kafka(again));
        }
    }

    /** Partitions were given to the task; Connect may remember that one was paused before. */
    void opened(Collection<TopicPart> parts) {
        mayBePaused.addAll(parts);
    }

    /** Partitions are not the task's any more. */
    void closed(Collection<TopicPart> parts) {
        mayBePaused.removeAll(parts);
    }

    private static TopicPartition[] kafka(Collection<TopicPart> parts) {
        return parts.stream().map(ConnectConsumer::kafka).toArray(TopicPartition[]::new);
    }

    private static TopicPartition kafka(TopicPart part) {
        return new TopicPartition(part.topic(), part.partition());
    }
}
