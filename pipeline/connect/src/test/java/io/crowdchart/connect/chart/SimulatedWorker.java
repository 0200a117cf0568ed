package io.crowdchart.connect.chart;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * What a sink task sees of a Connect worker, step by step and without Kafka: seeks happen before the next poll; a put that
 * is to be repeated comes again with the same records, while nothing new is fetched; records of partitions that are taken
 * away are dropped; positions are committed only as far as the task says, and only where the consumer has been.
 */
final class SimulatedWorker implements SinkTaskContext {

    private final Map<TopicPartition, List<SinkRecord>> logs;
    private final Map<TopicPartition, Long> committed;
    private final SinkTask task;

    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> delivered = new HashMap<>();
    private final Map<TopicPartition, Long> seeks = new HashMap<>();
    private final List<SinkRecord> batch = new ArrayList<>();
    private final Set<Long> reported = new HashSet<>();
    private boolean repeating;

    /**
     * A worker with a started task.
     *
     * @param logs the records of each partition, in the order of their offsets
     * @param committed the positions in Kafka
     */
    SimulatedWorker(
            Map<TopicPartition, List<SinkRecord>> logs,
            Map<TopicPartition, Long> committed,
            SinkTask task,
            Map<String, String> settings) {
        this.logs = logs;
        this.committed = committed;
        this.task = task;
        task.initialize(this);
        task.start(settings);
    }

    void assign(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> positions.put(partition, committed.getOrDefault(partition, 0L)));
        task.open(partitions);
    }

    /** As in a poll: seeks come first. */
    void revoke(Collection<TopicPartition> partitions) {
        rewind();
        commit();
        task.close(partitions);
        positions.keySet().removeAll(partitions);
        delivered.keySet().removeAll(partitions);
        batch.removeIf(record -> partitions.contains(partition(record)));
        repeating = repeating && !batch.isEmpty();
    }

    /** One poll and one put. */
    void iterate(int maxRecords) {
        rewind();
        if (!repeating) {
            fetch(maxRecords);
        }
        try {
            task.put(List.copyOf(batch));
            batch.forEach(record -> delivered.put(partition(record), record.kafkaOffset() + 1));
            batch.clear();
            repeating = false;
        } catch (RetriableException e) {
            repeating = true;
        }
    }

    private void rewind() {
        positions.putAll(seeks);
        delivered.putAll(seeks);
        seeks.clear();
    }

    private void fetch(int maxRecords) {
        positions.replaceAll((partition, position) -> {
            List<SinkRecord> next = logs.getOrDefault(partition, List.of()).stream()
                    .filter(record -> record.kafkaOffset() >= position)
                    .limit(maxRecords)
                    .toList();
            batch.addAll(next);
            return next.isEmpty() ? position : next.get(next.size() - 1).kafkaOffset() + 1;
        });
    }

    void commit() {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        delivered.forEach((partition, offset) -> current.put(partition, new OffsetAndMetadata(offset)));
        task.preCommit(current).forEach((partition, offset) -> {
            if (offset.offset() > delivered.getOrDefault(partition, 0L)) {
                throw new AssertionError("committed " + offset.offset() + " of " + partition + ", which had come to "
                        + delivered.get(partition));
            }
            committed.put(partition, offset.offset());
        });
    }

    /** Offsets of the records that were reported as bad. */
    Set<Long> reported() {
        return reported;
    }

    private static TopicPartition partition(SinkRecord record) {
        return new TopicPartition(record.topic(), record.kafkaPartition());
    }

    @Override
    public void offset(Map<TopicPartition, Long> offsets) {
        seeks.putAll(offsets);
    }

    @Override
    public void offset(TopicPartition partition, long offset) {
        seeks.put(partition, offset);
    }

    @Override
    public ErrantRecordReporter errantRecordReporter() {
        return (record, error) -> {
            reported.add(record.kafkaOffset());
            return CompletableFuture.completedFuture(null);
        };
    }

    @Override
    public Set<TopicPartition> assignment() {
        return Set.copyOf(positions.keySet());
    }

    @Override
    public Map<String, String> configs() {
        return Map.of();
    }

    @Override
    public void timeout(long timeoutMs) {}

    @Override
    public void pause(TopicPartition... partitions) {}

    @Override
    public void resume(TopicPartition... partitions) {}

    @Override
    public void requestCommit() {}

    @Override
    public @Nullable PluginMetrics pluginMetrics() {
        return null;
    }
}
