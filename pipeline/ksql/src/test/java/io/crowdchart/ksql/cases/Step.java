package io.crowdchart.ksql.cases;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record that goes in. */
public record Step(String topic, byte @Nullable [] key, byte @Nullable [] value) {

    public ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(topic, key, value);
    }
}
