package io.crowdchart.connect.chart.record;

import java.util.Locale;

/** What is wrong with a record that cannot be used; counted by the metrics. */
public enum BadRecordReason {
    TOPIC,
    JSON,
    KEY,
    SONG,
    WINDOW,
    VALUE,
    VOTES,
    TITLE,
    SOURCE,
    SEEN_AT,
    ZONE;

    /** As the metrics call it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
