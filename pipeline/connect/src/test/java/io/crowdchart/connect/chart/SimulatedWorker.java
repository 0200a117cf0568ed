package io.crowdchart.connect.chart;

import io.crowdchart.cache.write.TopicPart;
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
 * is to be repeated comes again with the same records, while nothing new is fetched; paused partitions bring nothing;
 * records of partitions that are taken away are dropped; positions are committed only as far as the task says, and only
 * where the consumer has been. A position that is not in a topic becomes its beginning.
 */
final class SimulatedWorker implements SinkTaskContext {

    private final SimulatedTopics topics;
    private final SinkTask task;

    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> delivered = new HashMap<>();
    private final Map<TopicPartition, Long> seeks = new HashMap<>();
    private final Set<TopicPartition> paused = new HashSet<>();
    private final List<SinkRecord> batch = new ArrayList<>();
    private final List<SinkRecord> reported = new ArrayList<>();
    private final List<CompletableFuture<Void>> held = new ArrayList<>();
    private boolean holding;
    private boolean repeating;
    private long timeout;

    /** A worker with a started task. */
    SimulatedWorker(SimulatedTopics topics, SinkTask task, Map<String, String> settings) {
        this.topics = topics;
        this.task = task;
        task.initialize(this);
        task.start(settings);
    }

    void assign(Collection<TopicPart> parts) {
        List<TopicPartition> partitions = parts.stream().map(Records::partition).toList();
        partitions.forEach(partition -> {
            positions.put(partition, topics.committed(Records.part(partition)));
            delivered.put(partition, topics.committed(Records.part(partition)));
        });
        task.open(partitions);
    }

    /** As in a poll: seeks come first. */
    void revoke(Collection<TopicPart> parts) {
        List<TopicPartition> partitions = parts.stream().map(Records::partition).toList();
        rewind();
        commit();
        task.close(partitions);
        partitions.forEach(positions.keySet()::remove);
        partitions.forEach(delivered.keySet()::remove);
        partitions.forEach(seeks.keySet()::remove);
        batch.removeIf(record -> partitions.contains(Records.partition(Records.part(record))));
        repeating = repeating && !batch.isEmpty();
    }

    void stop() {
        task.stop();
    }

    /** One poll and one put. */
    void iterate(int maxRecords) {
        rewind();
        if (!repeating) {
            fetch(maxRecords);
        }
        try {
            task.put(List.copyOf(batch));
            batch.forEach(record -> delivered.put(Records.partition(Records.part(record)), record.kafkaOffset() + 1));
            batch.clear();
            repeating = false;
        } catch (RetriableException e) {
            repeating = true;
        }
    }

    /** In how many milliseconds the task wants to be called again. */
    long timeout() {
        return timeout;
    }

    private void rewind() {
        seeks.keySet().retainAll(positions.keySet());
        positions.putAll(seeks);
        delivered.putAll(seeks);
        seeks.clear();
    }

    private void fetch(int maxRecords) {
        positions.replaceAll((partition, position) -> {
            if (paused.contains(partition)) {
                return position;
            }
            SimulatedTopics.Log log = topics.log(Records.part(partition));
            long from = position < log.start() || position > log.end() ? log.start() : position;
            List<SinkRecord> next = log.records().stream()
                    .filter(record -> record.kafkaOffset() >= from)
                    .limit(maxRecords)
                    .toList();
            batch.addAll(next);
            return next.isEmpty() ? from : next.get(next.size() - 1).kafkaOffset() + 1;
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
            topics.committed().put(partition, offset);
        });
    }

    /** Whether reports take their time from now on; if not, those on their way arrive. */
    void setHolding(boolean holding) {
        this.holding = holding;
        if (!holding) {
            held.forEach(report -> report.complete(null));
            held.clear();
        }
    }

    /** The partitions that bring no records. */
    Set<TopicPartition> paused() {
        return Set.copyOf(paused);
    }

    /** The records that were reported as bad. */
    List<SinkRecord> reported() {
        return reported;
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
            reported.add(record);
            CompletableFuture<Void> report = new CompletableFuture<>();
            held.add(report);
            if (!holding) {
                setHolding(false);
            }
            return report;
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
    public void timeout(long timeoutMs) {
        timeout = timeoutMs;
    }

    @Override
    public void pause(TopicPartition... partitions) {
        requireAssigned(partitions);
        paused.addAll(List.of(partitions));
    }

    @Override
    public void resume(TopicPartition... partitions) {
        requireAssigned(partitions);
        paused.removeAll(List.of(partitions));
    }

    private void requireAssigned(TopicPartition... partitions) {
        if (!positions.keySet().containsAll(List.of(partitions))) {
            throw new AssertionError("only assigned partitions can be paused and resumed, was " + List.of(partitions));
        }
    }

    @Override
    public void requestCommit() {}

    @Override
    public @Nullable PluginMetrics pluginMetrics() {
        return null;
    }
}
