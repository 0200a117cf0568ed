package io.crowdchart.ksql;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.LogAndSkipOnInvalidTimestamp;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;

/**
 * The settings with which {@link ChartTopology} runs: exactly once, and with little delay.
 *
 * @param bootstrapServers the brokers, as {@code host:port}, separated by commas
 * @param stateDir where stores and the identity of this process are kept between two runs; not below the temporary
 *     directory of the system, and not shared with another process
 * @param applicationId the consumer group, the first part of the names of all internal topics, and the identity that a
 *     restarted process takes over; one process at a time may have it
 * @param commitInterval how often results are made visible; a vote waits for three commits, see {@link ChartTopology}
 * @param stores what keeps the tables while it runs; a copy of each is always kept in Kafka
 * @param replicationFactor the number of copies of each internal topic
 */
public record ChartStreamsConfig(
        String bootstrapServers,
        Path stateDir,
        String applicationId,
        Duration commitInterval,
        Stores stores,
        int replicationFactor) {

    /** The name under which the twin is known to Kafka unless another is given. */
    public static final String APPLICATION_ID = "crowd-chart-ksql";

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(20);
    /**
     * When a process dies in the middle of a transaction and never comes back as itself, its readers wait for this long, and
     * for the broker to look ({@code transaction.abort.timed.out.transaction.cleanup.interval.ms}).
     */
    private static final Duration TRANSACTION_TIMEOUT = Duration.ofSeconds(10);

    /** What keeps the tables. */
    public enum Stores {
        /** The heap; filled again from Kafka at every start. */
        IN_MEMORY,
        /** RocksDB, in the state directory. */
        ON_DISK
    }

    public ChartStreamsConfig {
        requireText("bootstrapServers", bootstrapServers);
        requireText("applicationId", applicationId);
        if (commitInterval.toMillis() < 1) {
            throw new IllegalArgumentException("commitInterval must be at least 1 ms, was " + commitInterval);
        }
        if (replicationFactor < 1) {
            throw new IllegalArgumentException("replicationFactor must be at least 1, was " + replicationFactor);
        }
    }

    private static void requireText(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
    }

    /** The settings for one broker on this machine. */
    public static ChartStreamsConfig local(String bootstrapServers, Path stateDir) {
        return new ChartStreamsConfig(bootstrapServers, stateDir, APPLICATION_ID, COMMIT_INTERVAL, Stores.IN_MEMORY, 1);
    }

    /** The settings as Kafka Streams wants them. */
    public Map<String, Object> toProperties() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        settings.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, replicationFactor);
        settings.put(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG, storeSuppliers());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        putReliability(settings);
        putFreshness(settings);
        return settings;
    }

    private Class<?> storeSuppliers() {
        return switch (stores) {
            case IN_MEMORY -> InMemoryDslStoreSuppliers.class;
            case ON_DISK -> RocksDBDslStoreSuppliers.class;
        };
    }

    private void putReliability(Map<String, Object> settings) {
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        settings.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
        settings.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, LogAndSkipOnInvalidTimestamp.class);
        // There is no global table, but Kafka Streams warns unless this is set.
        settings.put("processing.exception.handler.global.enabled", true);
        // What a killed process, or a thread that died, left behind is taken over at once: its place in the consumer
        // group, which would be kept for it until the session timeout, and its open transaction, which would stay open
        // until the transaction timeout.
        settings.put(StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG, StableClients.class);
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), applicationId);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int)
                TRANSACTION_TIMEOUT.toMillis());
    }

    private void putFreshness(Map<String, Object> settings) {
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, commitInterval.toMillis());
        // Kafka Streams looks for a due commit only between two polls, and a poll waits for records.
        settings.put(StreamsConfig.POLL_MS_CONFIG, commitInterval.toMillis());
        // A cache would put the work of an interval off to its end, where everybody waits for it.
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        // 100 ms by default in Kafka Streams, although a commit flushes anyway.
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
    }
}
