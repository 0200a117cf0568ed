package io.crowdchart.connect.chart.rebuild;

import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import java.time.Duration;
import java.util.Map;

/** What a task may do with its charts now. */
public sealed interface Care {

    /** When to ask again, at the latest. */
    Duration again();

    /**
     * The charts can be trusted, and batches be written.
     *
     * @param found where to go on in the partitions whose place was not known; one that is still not known is missing
     * @param resting steps over places without any record, as transactions leave them
     */
    record GoOn(Map<TopicPart, Position> found, Map<TopicPart, Advance> resting, Duration again) implements Care {
        public GoOn {
            found = Map.copyOf(found);
            resting = Map.copyOf(resting);
        }
    }

    /** The charts are in doubt or are being made anew: positions known so far mean nothing any more. */
    record Wait(Duration again) implements Care {}
}
