package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.post.Heartbeat;
import io.crowdchart.connect.post.Microseconds;
import io.crowdchart.connect.post.Post;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task as a worker runs it: started at a stored offset, polled, stopped. Keeps what it handed out. */
final class TaskRun implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    final Metrics metrics = new Metrics();
    private final JetstreamSourceTask task = new JetstreamSourceTask(Times.ofSystem(), new Random(7));
    private final List<SourceRecord> records = new ArrayList<>();

    TaskRun(Map<String, ?> storedOffset, Map<String, String> settings) {
        task.initialize(new Context(storedOffset, new PluginMetricsImpl(metrics, Map.of("connector", "test"))));
        task.start(settings);
    }

    /** Settings that do not wait for long. */
    static Map<String, String> settings(String hosts, String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "jetstream.hosts", hosts,
                "jetstream.start", "earliest",
                "jetstream.backoff.min.ms", "20",
                "jetstream.backoff.max.ms", "100",
                "jetstream.heartbeat.interval.ms", "100"));
        for (int at = 0; at < more.length; at += 2) {
            settings.put(more[at], more[at + 1]);
        }
        return settings;
    }

    List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> polled = task.poll();
        if (polled == null) {
            return List.of();
        }
        records.addAll(polled);
        return polled;
    }

    void pollUntil(BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not done after " + LIMIT_SECONDS + " s and " + records.size() + " records");
            }
            poll();
        }
    }

    /** The ids of all posts that were handed out, in order. */
    List<String> postIds() {
        return records.stream()
                .filter(record -> record.valueSchema() == Post.SCHEMA)
                .map(record -> (String) record.key())
                .toList();
    }

    void pollUntilPosts(Collection<String> ids) throws InterruptedException {
        pollUntil(() -> new HashSet<>(postIds()).containsAll(ids));
    }

    /** The times of all heartbeats. */
    List<Long> heartbeats() {
        return records.stream()
                .filter(record -> record.valueSchema() == Heartbeat.SCHEMA)
                .map(record ->
                        Microseconds.of(Heartbeat.from((Struct) record.value()).seenAt()))
                .toList();
    }

    Map<String, ?> lastOffset() {
        return records.get(records.size() - 1).sourceOffset();
    }

    SourceCounts counts() {
        return task.counts();
    }

    JetstreamSourceTask task() {
        return task;
    }

    @Override
    public void close() {
        task.stop();
        metrics.close();
    }

    private record Context(Map<String, ?> stored, PluginMetrics pluginMetrics) implements SourceTaskContext {

        @Override
        public Map<String, String> configs() {
            return Map.of();
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return new OffsetStorageReader() {
                @Override
                @SuppressWarnings("unchecked")
                public <T> Map<String, Object> offset(Map<String, T> partition) {
                    return partition.equals(Map.of("source", "bluesky")) ? (Map<String, Object>) stored : null;
                }

                @Override
                public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
                    throw new UnsupportedOperationException();
                }
            };
        }
    }
}
