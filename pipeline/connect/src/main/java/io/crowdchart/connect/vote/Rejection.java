package io.crowdchart.connect.vote;

/** Why a record is neither a post nor a heartbeat. */
enum Rejection {
    /** Its schema is another one, or it has none. */
    OTHER_SCHEMA,
    /** A field of the post is missing, of another type, or says something impossible. */
    BAD_FIELD,
    /** The network saw the post in a year that has no chart. */
    BAD_YEAR,
    /** Something in it that nobody thought of. */
    UNREADABLE
}
