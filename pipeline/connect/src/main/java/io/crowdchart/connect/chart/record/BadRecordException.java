package io.crowdchart.connect.chart.record;

import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/** A record cannot be used. The message says where it is and what was expected, and nothing of what is in it. */
public final class BadRecordException extends DataException {

    private static final long serialVersionUID = 1L;

    private final BadRecordReason reason;

    BadRecordException(SinkRecord record, BadRecordReason reason, String expected) {
        super("unusable record at offset " + record.kafkaOffset() + " of " + record.topic() + "-"
                + record.kafkaPartition() + ": " + expected);
        this.reason = reason;
    }

    BadRecordReason reason() {
        return reason;
    }
}
