package io.crowdchart.operations.repair;

import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;

/**
 * The rows that others write into topics from a position on, those of open transactions among them. One of an aborted
 * transaction counts too: better one look more than a wrong row. One thread at a time.
 */
final class OthersRows implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Set<Long>> own = new HashMap<>();
    private final Map<String, Set<Bytes>> keys = new HashMap<>();

    OthersRows(KafkaClients clients, Map<TopicPartition, Long> from) {
        this.consumer = clients.readerOfAll();
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    /** Reads on at least up to records of ours, which do not count. */
    void readTo(List<RecordMetadata> ours) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (RecordMetadata record : ours) {
            var partition = new TopicPartition(record.topic(), record.partition());
            own.computeIfAbsent(partition, any -> new HashSet<>()).add(record.offset());
            ends.merge(partition, record.offset() + 1, Math::max);
        }
        long start = System.nanoTime();
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new KafkaException("Kafka gave no records for " + LIMIT.toSeconds() + " s");
            }
            consumer.poll(POLL).forEach(this::note);
        }
    }

    /** Whether others have written a row, as far as it was read. */
    boolean contain(ProducerRecord<byte[], byte[]> row) {
        return keys.getOrDefault(row.topic(), Set.of()).contains(Bytes.wrap(row.key()));
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        Set<Long> offsets = own.getOrDefault(new TopicPartition(record.topic(), record.partition()), Set.of());
        if (record.key() != null && !offsets.contains(record.offset())) {
            keys.computeIfAbsent(record.topic(), any -> new HashSet<>()).add(Bytes.wrap(record.key()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
