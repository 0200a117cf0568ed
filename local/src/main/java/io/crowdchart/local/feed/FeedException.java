package io.crowdchart.local.feed;

/** A feed that cannot be played; the message is one line for the user and names the file and the line. */
public final class FeedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FeedException(String message) {
        super(message);
    }

    public FeedException(String message, Throwable cause) {
        super(message, cause);
    }
}
