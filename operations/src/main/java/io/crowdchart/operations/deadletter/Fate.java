package io.crowdchart.operations.deadletter;

/** What may be done with a letter. */
enum Fate {
    REPLAY("replayed", true),
    SUPERSEDED("superseded: the topic has a newer record of this key", true),
    GONE("superseded: the topic has dropped this record since", true),
    REPEATED("superseded: the same record was put aside more than once", true),
    CUT("cannot be replayed: it was too long, and only its beginning was kept", false),
    NO_SOURCE("cannot be replayed: its headers do not say where it comes from", false),
    FOREIGN("cannot be replayed: it comes from no topic of the pipeline", false),
    NO_PARTITION("cannot be replayed: the partition it comes from is gone", false),
    NO_KEY("cannot be replayed: it has no key, and the topic takes no such record", false);

    private final String words;
    private final boolean good;

    Fate(String words, boolean good) {
        this.words = words;
        this.good = good;
    }

    /** For the operator. */
    String words() {
        return words;
    }

    /** Whether nothing is lost by it. */
    boolean isGood() {
        return good;
    }
}
