package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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
    public Standing look(Collection<TopicPart> parts) {
        return watched(() -> writer.look(parts));
    }

    @Override
    public void confirm(Map<TopicPart, Position> positions) {
        watched(() -> {
            writer.confirm(positions);
            return true;
        });
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        return watched(() -> writer.write(batch));
    }

    @Override
    public void askForRebuild() {
        watched(() -> {
            writer.askForRebuild();
            return true;
        });
    }

    @Override
    public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
        return watched(() -> writer.rebuild(starts)).map(WatchedRebuild::new);
    }

    /** A rebuild uses the same cache. */
    private final class WatchedRebuild implements ChartRebuild {

        private final ChartRebuild rebuild;

        WatchedRebuild(ChartRebuild rebuild) {
            this.rebuild = rebuild;
        }

        @Override
        public boolean add(ChartBatch batch) {
            return watched(() -> rebuild.add(batch));
        }

        @Override
        public boolean keepAlive() {
            return watched(rebuild::keepAlive);
        }

        @Override
        public boolean finish(Map<TopicPart, Position> ends) {
            return watched(() -> rebuild.finish(ends));
        }

        @Override
        public void abandon() {
            watched(() -> {
                rebuild.abandon();
                return true;
            });
        }
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
