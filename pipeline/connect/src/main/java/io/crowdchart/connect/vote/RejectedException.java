package io.crowdchart.connect.vote;

import org.apache.kafka.connect.errors.DataException;

/** A record that the transform cannot take, with the reason by which it is counted; its message quotes nothing of the post. */
final class RejectedException extends DataException {

    private static final long serialVersionUID = 1;

    private final Rejection reason;

    RejectedException(Rejection reason, String message) {
        super(message);
        this.reason = reason;
    }

    Rejection reason() {
        return reason;
    }
}
