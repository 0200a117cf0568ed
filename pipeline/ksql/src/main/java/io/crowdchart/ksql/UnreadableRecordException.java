package io.crowdchart.ksql;

import org.apache.kafka.common.errors.SerializationException;

/**
 * A record that says nothing we understand. Its message never repeats what stands in the record, because it is logged;
 * for the same reason it has no cause (parsers quote what they read) and, as there may be many, no stack trace.
 */
final class UnreadableRecordException extends SerializationException {

    private static final long serialVersionUID = 1L;

    UnreadableRecordException(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
