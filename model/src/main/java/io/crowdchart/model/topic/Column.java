package io.crowdchart.model.topic;

/** The names of the columns, as they stand in the JSON of keys and values, and the limits that the KSQL statements set. */
public final class Column {

    /** A voter's pseudonym; at most {@value #MAX_VOTER} characters. */
    public static final String VOTER = "VOTER";
    /** A canonical song key; at most {@value #MAX_SONG} characters. */
    public static final String SONG = "SONG";
    /** A song's title as shown; at most {@value #MAX_TITLE} characters. */
    public static final String TITLE = "TITLE";
    /** A day like {@code 2026-11-23}; at most {@value #MAX_DAY} characters. */
    public static final String DAY = "DAY";
    /** An hour like {@code 2026-11-23T06}; at most {@value #MAX_HOUR} characters. */
    public static final String HOUR = "HOUR";
    /** The number of posts behind a ballot. */
    public static final String POSTS = "POSTS";
    /** The number of ballots behind a song. */
    public static final String VOTES = "VOTES";
    /** The time up to which a source has seen posts, in microseconds since 1970. */
    public static final String SEEN_AT = "SEEN_AT";
    /** The time zone of the chart, an IANA name; at most {@value #MAX_ZONE} characters. */
    public static final String ZONE = "ZONE";

    public static final int MAX_VOTER = 100;
    public static final int MAX_SONG = 200;
    public static final int MAX_TITLE = 200;
    public static final int MAX_DAY = 10;
    public static final int MAX_HOUR = 13;
    public static final int MAX_SOURCE = 100;
    public static final int MAX_ZONE = 100;

    private Column() {}
}
