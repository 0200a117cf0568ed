package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.connect.chart.topics.TopicsNow.PartNow;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides whether a partition's share of the charts can be trusted. Knows no time and no place but those it is given. */
final class Judge {

    private Judge() {}

    /** What speaks against it; nothing if it can be trusted. */
    static Optional<RebuildReason> verdict(Evidence evidence) {
        if (evidence.place().isEmpty()) {
            return Optional.of(RebuildReason.MISSING);
        }
        Place place = evidence.place().get();
        Position position = place.position();
        PartNow part = evidence.part();
        if (!position.topicId().equals(part.topicId())) {
            return Optional.of(RebuildReason.FOREIGN);
        }
        if (isBefore(position, evidence.acknowledged()) || isBefore(position, left(evidence))) {
            return Optional.of(RebuildReason.BEHIND);
        }
        if (position.offset() > part.end()) {
            return Optional.of(RebuildReason.CUT);
        }
        if (position.offset() < part.start() || isBefore(part, evidence.checked())) {
            return Optional.of(RebuildReason.OVERTAKEN);
        }
        return isTooOld(place.confirmedAt(), part, evidence.now())
                ? Optional.of(RebuildReason.TOO_OLD)
                : Optional.empty();
    }

    /**
     * Whether null values may be gone that came after a time. They stay for a given time after the log was cleaned; half of it
     * is left for reading all there is.
     */
    static boolean isTooOld(Instant confirmedAt, PartNow part, Instant now) {
        Duration trusted = part.tombstonesStay().dividedBy(2);
        return Duration.between(confirmedAt, now).compareTo(trusted) > 0;
    }

    /** Of a topic that was made anew, Kafka may still know where the old one was left. */
    private static Optional<Position> left(Evidence evidence) {
        return evidence.committed()
                .filter(committed -> committed.offset() <= evidence.part().end());
    }

    private static boolean isBefore(Position position, Optional<Position> other) {
        return other.filter(known -> known.topicId().equals(position.topicId()))
                .filter(known -> position.offset() < known.offset())
                .isPresent();
    }

    /** The log begins behind the place that was reached when it was looked at before: a reader may have jumped over a gap. */
    private static boolean isBefore(PartNow part, Optional<Position> checked) {
        return checked.filter(known -> known.topicId().equals(part.topicId()))
                .filter(known -> known.offset() < part.start())
                .isPresent();
    }
}
