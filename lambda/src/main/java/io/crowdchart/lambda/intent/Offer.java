package io.crowdchart.lambda.intent;

import java.util.List;
import java.util.Optional;

/** A question that was put to whoever asked, to be answered with yes or no. */
sealed interface Offer {

    /** Whether to read on. */
    record More() implements Offer {}

    /**
     * Which song was meant: "yes" is the first, "no" is none of them, and a song can be named.
     *
     * @param keys the canonical keys of the songs that were offered, one or two
     * @param asked what is to be told of it
     * @param against to be compared with which song, as it was heard; only if that was asked
     */
    record Songs(List<String> keys, Asked asked, Optional<String> against) implements Offer {

        public Songs {
            keys = List.copyOf(keys);
        }
    }

    /** What was asked of a song. */
    enum Asked {
        RANK,
        VOTES,
        COMPARISON
    }
}
