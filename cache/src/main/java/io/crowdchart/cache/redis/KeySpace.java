package io.crowdchart.cache.redis;

import io.crowdchart.model.chart.ChartWindow;
import java.util.Optional;

/**
 * The keys of one set of charts: of those that are read, or of some in the making. All have the same hash tag, so that they
 * are in one slot of a cluster and one script may touch them all.
 *
 * @param prefix how all keys begin
 */
record KeySpace(String prefix) {

    /** In the name of every key. */
    static final String HASH_TAG = "{chart}";

    /** The charts that are read. */
    static final KeySpace LIVE = new KeySpace(HASH_TAG + ":");

    /** How the keys of all charts in the making begin. */
    static final String IN_THE_MAKING = LIVE.prefix + "rebuild:";

    /** What they match. */
    static final String IN_THE_MAKING_PATTERN = IN_THE_MAKING + "*";

    /** The charts that a builder makes. */
    static KeySpace inTheMaking(String builder) {
        return new KeySpace(IN_THE_MAKING + builder + ":");
    }

    /** Whose charts in the making a key belongs to. */
    static String builderOf(String key) {
        int start = IN_THE_MAKING.length();
        int end = key.indexOf(':', start);
        return end < 0 ? key.substring(start) : key.substring(start, end);
    }

    String chart(ChartWindow window) {
        return prefix + window.name();
    }

    String titles() {
        return prefix + "titles";
    }

    String state() {
        return prefix + "state";
    }

    /** The window of a chart's key; nothing if the key is another one. */
    Optional<ChartWindow> windowOf(String key) {
        return key.startsWith(prefix) ? windowNamed(key.substring(prefix.length())) : Optional.empty();
    }

    /** The window of a name; nothing if it is none. */
    static Optional<ChartWindow> windowNamed(String name) {
        try {
            return Optional.of(ChartWindow.named(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
