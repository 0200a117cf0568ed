package io.crowdchart.ksql;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/**
 * Gives a producer the same transactional id, and a consumer the same place in its group, in every process and in every
 * thread, made by Kafka Streams from its settings.
 *
 * <p>Kafka Streams puts the number of the thread into both, and into the transactional id a process id, which it forgets with
 * its process unless a store is on disk. A process that was killed, or a thread that died and is replaced, then leaves a
 * transaction that nobody ends, and all readers wait until it times out; and it leaves a place in the group, whose partitions
 * nobody reads until the session times out. Under their old names the new process or thread takes both over at once. So one
 * process at a time may have an application id, with one thread; a second one would end the first.
 */
public final class StableClients implements KafkaClientSupplier {

    private static final Pattern PROCESS_AND_THREAD =
            Pattern.compile("-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}-\\d+$");
    private static final Pattern THREAD = Pattern.compile("-\\d+$");

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new KafkaProducer<>(withStableNames(config), new ByteArraySerializer(), new ByteArraySerializer());
    }

    static Map<String, Object> withStableNames(Map<String, Object> config) {
        Map<String, Object> settings = new HashMap<>(config);
        settings.computeIfPresent(
                ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                (name, id) -> PROCESS_AND_THREAD.matcher(id.toString()).replaceFirst(""));
        settings.computeIfPresent(
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                (name, id) -> THREAD.matcher(id.toString()).replaceFirst(""));
        return settings;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(withStableNames(config), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return getConsumer(config);
    }
}
