package io.crowdchart.connect.vote;

import io.crowdchart.connect.PluginGauges;
import io.crowdchart.model.vote.NoVoteReason;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.common.metrics.PluginMetrics;

/** What became of the records. */
final class VoteCounts {

    final LongAdder votes = new LongAdder();
    final LongAdder retractions = new LongAdder();
    final LongAdder heartbeats = new LongAdder();
    final LongAdder rejected = new LongAdder();
    private final Map<NoVoteReason, LongAdder> noVotes = new EnumMap<>(NoVoteReason.class);

    VoteCounts() {
        for (NoVoteReason reason : NoVoteReason.values()) {
            noVotes.put(reason, new LongAdder());
        }
    }

    LongAdder noVote(NoVoteReason reason) {
        return noVotes.getOrDefault(reason, rejected);
    }

    void registerWith(PluginMetrics metrics) {
        PluginGauges gauges = new PluginGauges(metrics);
        gauges.add("votes-total", "Posts that vote.", Map.of(), votes::sum);
        gauges.add("retractions-total", "Posts that were deleted or edited into no vote.", Map.of(), retractions::sum);
        gauges.add("heartbeats-total", "Heartbeats that passed.", Map.of(), heartbeats::sum);
        gauges.add("rejected-total", "Records that are neither posts nor heartbeats.", Map.of(), rejected::sum);
        noVotes.forEach((reason, count) -> gauges.add(
                "no-votes-total",
                "Posts that are no vote, by reason.",
                Map.of("reason", reason.name().toLowerCase(Locale.ROOT).replace('_', '-')),
                count::sum));
    }
}
