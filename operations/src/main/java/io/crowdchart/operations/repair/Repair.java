package io.crowdchart.operations.repair;

import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.kafka.KafkaClients;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Writes rows in transactions of many rows each. The partition of a row is chosen as KSQL's producer does, by the bytes of its
 * key.
 *
 * <p>Between the look at a topic and our row behind its end, the aggregation may write the same row from newer votes. So the
 * look is completed while the transaction is open; rows that somebody else has written are left out, and looked at anew.
 */
final class Repair implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "crowd-chart-repair";
    /** Few enough that a transaction is far from its time limit. */
    private static final int ROWS = 20_000;

    private static final int ATTEMPTS = 10;

    private final KafkaClients clients;
    private final Producer<byte[], byte[]> producer;
    private final Runnable beforeLook;

    Repair(KafkaClients clients) {
        this(clients, () -> {});
    }

    /**
     * @param beforeLook runs when rows are on their way and nobody has looked what came between; for tests
     */
    Repair(KafkaClients clients, Runnable beforeLook) {
        this.clients = clients;
        this.producer = clients.writer(TRANSACTIONAL_ID);
        this.beforeLook = beforeLook;
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
    }

    /**
     * Writes rows, but those that somebody else has written since they were looked at.
     *
     * @param looked how far the topics had been read when the rows were chosen
     * @return how many were written
     * @throws WrongUseException if others write these rows all the time
     */
    int write(Map<TopicPartition, Long> looked, List<ProducerRecord<byte[], byte[]>> rows) {
        int written = 0;
        try (var others = new OthersRows(clients, looked)) {
            for (int from = 0; from < rows.size(); from += ROWS) {
                written += written(others, rows.subList(from, Math.min(rows.size(), from + ROWS)));
            }
        } catch (KafkaException e) {
            producer.close();
            throw e;
        }
        return written;
    }

    private int written(OthersRows others, List<ProducerRecord<byte[], byte[]>> rows) {
        List<ProducerRecord<byte[], byte[]>> wanted = new ArrayList<>(rows);
        for (int i = 0; i < ATTEMPTS; i++) {
            producer.beginTransaction();
            others.readTo(send(wanted));
            if (!wanted.removeIf(others::contain)) {
                producer.commitTransaction();
                return wanted.size();
            }
            producer.abortTransaction();
        }
        throw new WrongUseException(
                "others wrote the same rows " + ATTEMPTS + " times while they were to be repaired; try again");
    }

    /** The places that the rows got. */
    private List<RecordMetadata> send(List<ProducerRecord<byte[], byte[]>> rows) {
        List<Future<RecordMetadata>> answers = new ArrayList<>();
        rows.forEach(row -> answers.add(producer.send(row)));
        producer.flush();
        beforeLook.run();
        return answers.stream().map(Repair::answered).toList();
    }

    private static RecordMetadata answered(Future<RecordMetadata> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new KafkaException("a row could not be written: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while rows were written", e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
