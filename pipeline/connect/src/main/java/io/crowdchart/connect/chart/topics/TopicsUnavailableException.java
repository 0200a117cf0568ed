package io.crowdchart.connect.chart.topics;

/** Kafka does not tell what the sink asked it, right now. The same may be asked again. */
public final class TopicsUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TopicsUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
