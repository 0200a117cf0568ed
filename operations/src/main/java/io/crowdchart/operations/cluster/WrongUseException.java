package io.crowdchart.operations.cluster;

/** A command cannot do what it was asked to; the message is one line for the operator, and the status is 2. */
public final class WrongUseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public WrongUseException(String message) {
        super(message);
    }

    public WrongUseException(String message, Throwable cause) {
        super(message, cause);
    }
}
