package io.crowdchart.connect.chart;

import java.util.Locale;

/** What is wrong with a record that cannot be used; counted by the metrics. */
enum BadRecordReason {
    TOPIC,
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
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
