package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer that says once when its cache goes away, and once when it is back. */
final class OutageWatch implements ChartWriter {

    private static final Logger LOGGER = LoggerFactory.getLogger(OutageWatch.class);

    private final ChartWriter writer;
    private final Clock clock;
    private volatile @Nullable Instant awaySince;

    OutageWatch(ChartWriter writer, Clock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    /** Whether the last call found the cache unusable; any thread may ask. */
    boolean away() {
        return awaySince != null;
    }

    @Override
    public Map<TopicPart, Long> positions(Collection<TopicPart> parts) {
        return watched(() -> writer.positions(parts));
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        return watched(() -> writer.write(batch));
    }

    @Override
    public void reposition(Map<TopicPart, @Nullable Long> positions) {
        watched(() -> {
            writer.reposition(positions);
            return true;
        });
    }

    private <T> T watched(Supplier<T> call) {
        try {
            T answer = call.get();
            back();
            return answer;
        } catch (CacheUnavailableException e) {
            gone(e);
            throw e;
        }
    }

    private void gone(CacheUnavailableException problem) {
        if (awaySince == null) {
            awaySince = clock.instant();
            LOGGER.warn("the cache cannot be used, the chart waits for it: {}", problem.getMessage());
        }
    }

    private void back() {
        Instant since = awaySince;
        if (since != null) {
            awaySince = null;
            LOGGER.info("the cache is back after {}", Duration.between(since, clock.instant()));
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
