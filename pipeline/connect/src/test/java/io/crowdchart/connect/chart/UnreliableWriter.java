package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A writer that fails when it is told to, and remembers the sizes of the batches that it was given. */
final class UnreliableWriter implements ChartWriter {

    private final ChartWriter writer;
    private final List<Long> sizes = new ArrayList<>();
    private boolean failingBeforeWrite;
    private boolean failingAfterWrite;

    UnreliableWriter(ChartWriter writer) {
        this.writer = writer;
    }

    /** The next batch does not reach the cache. */
    void failBeforeNextWrite() {
        failingBeforeWrite = true;
    }

    /** The next batch reaches the cache, but its answer is lost. */
    void failAfterNextWrite() {
        failingAfterWrite = true;
    }

    List<Long> sizes() {
        return List.copyOf(sizes);
    }

    @Override
    public Map<TopicPart, Long> positions(Collection<TopicPart> parts) {
        return writer.positions(parts);
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        if (failingBeforeWrite) {
            failingBeforeWrite = false;
            throw new CacheUnavailableException("told to fail before the write", new IllegalStateException());
        }
        sizes.add(batch.advances().values().stream()
                .mapToLong(advance -> advance.to() - advance.from().orElse(0))
                .sum());
        WriteResult result = writer.write(batch);
        if (failingAfterWrite) {
            failingAfterWrite = false;
            throw new CacheUnavailableException("told to lose the answer", new IllegalStateException());
        }
        return result;
    }

    @Override
    public void reposition(Map<TopicPart, @Nullable Long> positions) {
        writer.reposition(positions);
    }

    @Override
    public void close() {}
}
