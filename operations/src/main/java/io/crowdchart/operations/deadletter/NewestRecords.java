package io.crowdchart.operations.deadletter;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.kafka.TopicReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** The newest committed records of some rows, as far as it has read. One thread at a time. */
final class NewestRecords implements AutoCloseable {

    private final Set<RowKey> rows;
    private final TopicReader reader;
    private final Map<RowKey, ConsumerRecord<byte[], byte[]>> newest = new HashMap<>();

    NewestRecords(KafkaClients clients, Set<RowKey> rows) {
        this.rows = rows;
        this.reader = new TopicReader(
                clients,
                rows.stream().map(row -> Topic.named(row.partition().topic())).collect(Collectors.toSet()));
    }

    /** Reads on to where the committed records end now. */
    void readOn() {
        reader.readOn(this::note);
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        if (key == null) {
            return;
        }
        RowKey row = RowKey.of(new Place(record.topic(), record.partition(), record.offset()).topicPartition(), key);
        if (rows.contains(row)) {
            newest.put(row, record);
        }
    }

    /** The newest record of a row; nothing if there is none. */
    Optional<ConsumerRecord<byte[], byte[]>> of(RowKey row) {
        return Optional.ofNullable(newest.get(row));
    }

    @Override
    public void close() {
        reader.close();
    }
}
