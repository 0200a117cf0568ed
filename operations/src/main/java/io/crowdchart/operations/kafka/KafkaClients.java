package io.crowdchart.operations.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Makes clients of one cluster; each is closed by whom it was made for. */
public final class KafkaClients {

    /** How long the records of a writer that was killed may hold up those who read the topics. */
    private static final Duration TRANSACTION_LIMIT = Duration.ofSeconds(30);

    private final Map<String, String> settings;

    /**
     * @param settings what every client is given, {@code bootstrap.servers} among it
     */
    public KafkaClients(Map<String, String> settings) {
        this.settings = Map.copyOf(settings);
    }

    /** A client that manages topics. */
    public Admin admin() {
        return Admin.create(new HashMap<String, Object>(settings));
    }

    /** A reader of committed records, from the beginning of the partitions that it is given. */
    public Consumer<byte[], byte[]> reader() {
        return reader(Map.of("isolation.level", "read_committed"));
    }

    /** A {@link #reader} that can speak for a consumer group; it never becomes a member. */
    public Consumer<byte[], byte[]> readerOf(String group) {
        return reader(Map.of("isolation.level", "read_committed", "group.id", group));
    }

    /** A reader of all records, those of open and of aborted transactions too. */
    public Consumer<byte[], byte[]> readerOfAll() {
        return reader(Map.of("isolation.level", "read_uncommitted"));
    }

    private Consumer<byte[], byte[]> reader(Map<String, String> own) {
        Map<String, Object> all = with(Map.of(
                "auto.offset.reset", "earliest",
                "enable.auto.commit", "false",
                "allow.auto.create.topics", "false",
                "max.poll.records", "5000",
                "fetch.max.bytes", "16777216",
                "max.partition.fetch.bytes", "4194304"));
        all.putAll(own);
        return new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** A writer of transactions; another one with the same id shuts it out. */
    public Producer<byte[], byte[]> writer(String transactionalId) {
        return writer(transactionalId, TRANSACTION_LIMIT);
    }

    /**
     * A writer of transactions; another one with the same id shuts it out.
     *
     * @param limit how long all readers may be held up by what a writer that died left open
     */
    public Producer<byte[], byte[]> writer(String transactionalId, Duration limit) {
        return new KafkaProducer<>(
                with(Map.of(
                        "transactional.id",
                        transactionalId,
                        "transaction.timeout.ms",
                        Long.toString(limit.toMillis()),
                        "acks",
                        "all",
                        "linger.ms",
                        "20")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Object> with(Map<String, String> own) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
