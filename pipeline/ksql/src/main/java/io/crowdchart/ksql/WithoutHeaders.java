package io.crowdchart.ksql;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Takes the headers off: Kafka Streams would copy them to every topic it writes, and the results have none. */
final class WithoutHeaders<K, V> extends ContextualFixedKeyProcessor<K, V, V> {

    @Override
    public void process(FixedKeyRecord<K, V> record) {
        context().forward(record.withHeaders(new RecordHeaders()));
    }
}
