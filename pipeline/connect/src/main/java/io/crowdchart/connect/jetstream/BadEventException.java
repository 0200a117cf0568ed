package io.crowdchart.connect.jetstream;

/** Leaves the reading of a message at the first thing that is wrong; carries no trace and no content. */
final class BadEventException extends Exception {

    private static final long serialVersionUID = 1L;

    private final BadEvent reason;

    BadEventException(BadEvent reason) {
        super(reason.tag(), null, false, false);
        this.reason = reason;
    }

    BadEvent reason() {
        return reason;
    }
}
