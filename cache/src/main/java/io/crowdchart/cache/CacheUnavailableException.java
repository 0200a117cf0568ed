package io.crowdchart.cache;

/**
 * The cache cannot be used right now: no connection, a time-out, or an answer that says "not now" (loading, read-only, out
 * of memory, no master, wrong password …). Nothing was changed, or it is unknown whether it was; the same call may be made
 * again, since every write is conditional on the stored positions.
 */
public final class CacheUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CacheUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
