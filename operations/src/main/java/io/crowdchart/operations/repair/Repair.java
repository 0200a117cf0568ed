package io.crowdchart.operations.repair;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.Difference;
import io.crowdchart.operations.audit.Difference.Row;
import io.crowdchart.operations.count.Count;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.ranking.RowBytes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Writes rows as the votes say, all of them or none. The partition of a row is chosen as KSQL's producer does, by the bytes
 * of its key.
 */
final class Repair implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "crowd-chart-repair";

    private final Producer<byte[], byte[]> producer;

    Repair(KafkaClients clients) {
        this.producer = clients.writer(TRANSACTIONAL_ID);
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    /** The records that put an end to differences, in their order; a null value removes a row. */
    static List<ProducerRecord<byte[], byte[]>> records(List<Difference> differences, Recount recount) {
        Count count = recount.count();
        return differences.stream()
                .flatMap(difference -> difference.row().stream())
                .map(row -> record(row, count, recount))
                .toList();
    }

    void write(List<ProducerRecord<byte[], byte[]>> records) {
        producer.beginTransaction();
        try {
            // A record that fails makes the commit fail.
            for (ProducerRecord<byte[], byte[]> record : records) {
                Future<RecordMetadata> unused = producer.send(record);
            }
            producer.commitTransaction();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    private static ProducerRecord<byte[], byte[]> record(Row row, Count count, Recount recount) {
        if (row instanceof Row.Votes votes) {
            long now = count.votes(votes.line());
            return new ProducerRecord<>(
                    votes.line().ranking().topicName(),
                    RowBytes.key(votes.line()),
                    now == 0 ? null : RowBytes.votes(now));
        }
        if (row instanceof Row.Title title) {
            Optional<String> named = recount.title(title.song());
            return new ProducerRecord<>(
                    Topic.SONG_TITLES.topicName(),
                    RowBytes.titleKey(title.song()),
                    named.map(RowBytes::title).orElse(null));
        }
        Row.Strange strange = (Row.Strange) row;
        return new ProducerRecord<>(strange.topic(), strange.key().get(), null);
    }

    @Override
    public void close() {
        producer.close();
    }
}
