package io.crowdchart.connect.vote;

import io.crowdchart.connect.PluginGauges;
import io.crowdchart.model.vote.NoVoteReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.metrics.PluginMetrics;

/** What became of the records. */
final class VoteCounts {

    final LongAdder votes = new LongAdder();
    final LongAdder retractions = new LongAdder();
    final LongAdder heartbeats = new LongAdder();
    private final Map<NoVoteReason, LongAdder> noVotes = byReason(NoVoteReason.class);
    private final Map<Rejection, LongAdder> rejected = byReason(Rejection.class);

    void noVote(NoVoteReason reason) {
        Objects.requireNonNull(noVotes.get(reason)).increment();
    }

    void rejected(Rejection reason) {
        Objects.requireNonNull(rejected.get(reason)).increment();
    }

    void registerWith(PluginMetrics metrics) {
        PluginGauges gauges = new PluginGauges(metrics);
        gauges.add("votes-total", "Posts that vote.", Map.of(), votes::sum);
        gauges.add("retractions-total", "Posts that were deleted or edited into no vote.", Map.of(), retractions::sum);
        gauges.add("heartbeats-total", "Heartbeats that passed.", Map.of(), heartbeats::sum);
        add(gauges, "no-votes-total", "Posts that are no vote, by reason.", noVotes);
        add(gauges, "rejected-total", "Records that are neither posts nor heartbeats, by reason.", rejected);
    }

    private static <E extends Enum<E>> Map<E, LongAdder> byReason(Class<E> reasons) {
        Map<E, LongAdder> counts = new EnumMap<>(reasons);
        for (E reason : reasons.getEnumConstants()) {
            counts.put(reason, new LongAdder());
        }
        return counts;
    }

    private static <E extends Enum<E>> void add(
            PluginGauges gauges, String name, String meaning, Map<E, LongAdder> counts) {
        counts.forEach((reason, count) -> gauges.add(
                name,
                meaning,
                Map.of("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                count::sum));
    }
}
