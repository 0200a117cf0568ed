package io.crowdchart.connect.jetstream;

import java.util.Locale;

/** Why something that came over the wire is not used. */
enum BadEvent {
    /** Not a text message. */
    BINARY,
    /** Longer than the limit. */
    TOO_LONG,
    /** No JSON, or nested too deep. */
    MALFORMED,
    /** JSON, but not an object. */
    NO_OBJECT,
    /** No usable account, collection or record key. */
    NO_ID,
    /** No kind, or a commit without a known operation. */
    NO_KIND,
    /** No usable time. */
    NO_TIME,
    /** A time far ahead of this machine's clock; it would poison the place in the stream. */
    FUTURE_TIME,
    /** A create or update without a record. */
    NO_RECORD;

    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
