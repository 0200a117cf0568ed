package io.crowdchart.local.pipeline;

/** The runner cannot start as it was asked to; the message is one line for the user. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartException(String message) {
        super(message);
    }

    public StartException(String message, Throwable cause) {
        super(message, cause);
    }
}
