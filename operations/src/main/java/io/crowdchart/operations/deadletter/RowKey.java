package io.crowdchart.operations.deadletter;

import java.nio.ByteBuffer;
import org.apache.kafka.common.TopicPartition;

/**
 * A row of a compacted topic.
 *
 * @param partition where its records are
 * @param key the bytes of its key
 */
record RowKey(TopicPartition partition, ByteBuffer key) {

    static RowKey of(TopicPartition partition, byte[] key) {
        return new RowKey(partition, ByteBuffer.wrap(key));
    }
}
