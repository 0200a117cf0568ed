package io.crowdchart.connect.chart.rebuild;

import java.util.Locale;

/** Why charts are made anew. */
public enum RebuildReason {
    /** An operator, or a task that found records where there should be none, has asked for it. */
    ASKED,
    /** The cache knows nothing of a partition. */
    MISSING,
    /** The cache is about a topic that was deleted, or is in another cluster. */
    FOREIGN,
    /** The cache lost what it had confirmed. */
    BEHIND,
    /** The topic lost its end: the cache has more than there is. */
    CUT,
    /** The topic lost its beginning before it was read. */
    OVERTAKEN,
    /** It was not read to its end for so long that null values may be gone that were never seen. */
    TOO_OLD;

    /** As the metrics and the log call it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
