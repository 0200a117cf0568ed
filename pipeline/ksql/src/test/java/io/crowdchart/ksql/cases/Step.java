package io.crowdchart.ksql.cases;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** A record that goes in. */
public final class Step {

    private final String topic;
    private final byte @Nullable [] key;
    private final byte @Nullable [] value;

    public Step(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        this.topic = topic;
        this.key = key;
        this.value = value;
    }

    String topic() {
        return topic;
    }

    byte @Nullable [] key() {
        return key;
    }

    byte @Nullable [] value() {
        return value;
    }

    ProducerRecord<byte[], byte[]> toRecord() {
        return new ProducerRecord<>(topic, key, value);
    }
}
