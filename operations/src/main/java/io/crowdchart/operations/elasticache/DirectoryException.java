package io.crowdchart.operations.elasticache;

/** The directory of caches gave no answer; the message is one line. */
public final class DirectoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
