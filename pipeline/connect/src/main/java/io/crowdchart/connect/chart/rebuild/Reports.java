package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Up to where bad records were reported: as far as any task ever came in the same topic. Where a topic lost its end, its
 * offsets stand for other records since then, and nothing counts as reported: rather twice than never.
 */
final class Reports {

    /** The topics that are known to have lost their ends, by partition. */
    private final Map<TopicPart, String> cut = new HashMap<>();

    /** What is reported, by what is known now. A cut is remembered, since new records may hide it. */
    Map<TopicPart, Position> known(Memory memory, Standing standing, TopicsNow now) {
        Map<TopicPart, Position> reported = new HashMap<>();
        now.parts().forEach((part, is) -> {
            List<Position> reached = reached(part, is, memory, standing, now);
            if (reached.stream().anyMatch(position -> position.offset() > is.end())) {
                cut.put(part, is.topicId());
            }
            if (!is.topicId().equals(cut.get(part))) {
                reached.stream()
                        .max(Comparator.comparingLong(Position::offset))
                        .ifPresent(position -> reported.put(part, position));
            }
        });
        return reported;
    }

    /** The charts are right again up to some place of these partitions. */
    void settle(Collection<TopicPart> parts) {
        cut.keySet().removeAll(parts);
    }

    private static List<Position> reached(TopicPart part, PartNow is, Memory memory, Standing standing, TopicsNow now) {
        return Stream.of(
                        memory.acknowledged(part),
                        Optional.ofNullable(now.committed().get(part)),
                        Optional.ofNullable(standing.places().get(part)).map(Place::position))
                .flatMap(Optional::stream)
                .filter(position -> position.topicId().equals(is.topicId()))
                .toList();
    }
}
