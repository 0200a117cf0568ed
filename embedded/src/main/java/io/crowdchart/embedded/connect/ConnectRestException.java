package io.crowdchart.embedded.connect;

/** A worker refused a request or gave no answer. The message has the request and the body of the answer. */
public final class ConnectRestException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ConnectRestException(String request, int status, String body) {
        super(request + " answered " + status + ": " + body);
        this.status = status;
    }

    ConnectRestException(String request, Throwable cause) {
        super(request + " got no answer", cause);
        this.status = 0;
    }

    /** The HTTP status; 0 if there was no answer. */
    public int status() {
        return status;
    }

    /**
     * Whether the same request may work soon: no answer, a rebalance, or a worker that starts. 500 is not among them: that is
     * how a worker says that a connector's class or one of its placeholders is unknown.
     */
    boolean passing() {
        return status == 0 || status == 409 || status > 500;
    }
}
