package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.Stretch;
import io.crowdchart.connect.chart.topics.TopicRead;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Looks whether there is any record between the position of an idle partition and its end. Behind the last record there are
 * always the marks of its transaction, which Connect does not show; a task that was cut off would look the same.
 */
final class RestCheck implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final TopicRead read;
    private final Map<TopicPart, Advance> steps;
    private final Clock clock;
    private final Instant until;

    /**
     * Begins to look.
     *
     * @param steps from the positions to the ends
     */
    RestCheck(ChartTopics topics, Map<TopicPart, Advance> steps, Clock clock) {
        this.steps = new HashMap<>(steps);
        this.clock = clock;
        this.until = clock.instant().plus(LONGEST);
        Map<TopicPart, Stretch> stretches = new HashMap<>();
        steps.forEach(
                (part, step) -> stretches.put(part, new Stretch(step.from().offset(), step.to())));
        this.read = topics.read(stretches);
    }

    /** Looks on; true when it is over. */
    boolean isOver(Duration patience) {
        read.next(patience).forEach(record -> steps.remove(new TopicPart(record.topic(), record.kafkaPartition())));
        boolean given = clock.instant().isAfter(until);
        if (given) {
            steps.clear();
        }
        return given || steps.isEmpty() || read.isDone();
    }

    /** The steps over nothing, once it is over. */
    Map<TopicPart, Advance> steps() {
        return Map.copyOf(steps);
    }

    @Override
    public void close() {
        read.close();
    }
}
