package io.crowdchart.operations.deadletter;

import io.crowdchart.operations.kafka.KafkaClients;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks for records of some rows from where the committed records ended to records of ours, those of open transactions among
 * them. One of an aborted transaction counts too: better one attempt more than a wrong row. One thread at a time.
 */
final class RecordsBetween implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Set<TopicPartition> partitions;
    private final Consumer<byte[], byte[]> committed;
    private final Consumer<byte[], byte[]> all;
    private Map<TopicPartition, Long> begin = Map.of();

    RecordsBetween(KafkaClients clients, Set<RowKey> rows) {
        this.partitions = rows.stream().map(RowKey::partition).collect(Collectors.toSet());
        this.committed = clients.reader();
        this.all = clients.readerOfAll();
    }

    /** From the present ends on. */
    void begin() {
        begin = committed.endOffsets(partitions);
    }

    /**
     * Whether a row has a record before ours.
     *
     * @param sent the offset of our record, by row
     * @param own records of ours that do not count
     */
    boolean anyBefore(Map<RowKey, Long> sent, Set<Place> own) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        sent.forEach((row, offset) -> ends.merge(row.partition(), offset, Math::max));
        all.assign(ends.keySet());
        ends.keySet().forEach(partition -> all.seek(partition, begin.getOrDefault(partition, 0L)));
        long start = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> all.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new KafkaException("Kafka gave no records for " + LIMIT.toSeconds() + " s");
            }
            for (ConsumerRecord<byte[], byte[]> record : all.poll(POLL)) {
                if (isBefore(record, sent) && !own.contains(place(record))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isBefore(ConsumerRecord<byte[], byte[]> record, Map<RowKey, Long> sent) {
        if (record.key() == null) {
            return false;
        }
        RowKey row = new RowKey(place(record).topicPartition(), ByteBuffer.wrap(record.key()));
        return record.offset() < sent.getOrDefault(row, 0L);
    }

    private static Place place(ConsumerRecord<byte[], byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    @Override
    public void close() {
        committed.close();
        all.close();
    }
}
