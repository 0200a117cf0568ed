package io.crowdchart.connect.chart;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A writer that fails when it is told to, and remembers the sizes of the batches that it was given. */
final class UnreliableWriter implements ChartWriter {

    private final ChartWriter writer;
    private final List<Long> sizes = new ArrayList<>();
    private boolean failingBefore;
    private boolean failingAfter;
    private Runnable beforeConfirm = () -> {};
    private volatile Runnable beforeAdd = () -> {};
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean overrun;
    private int finished;

    UnreliableWriter(ChartWriter writer) {
        this.writer = writer;
    }

    /** The next batch does not reach the cache. */
    void failBeforeNextWrite() {
        failingBefore = true;
    }

    /** The next batch reaches the cache, but its answer is lost. */
    void failAfterNextWrite() {
        failingAfter = true;
    }

    /** Something happens before positions are confirmed. */
    void beforeConfirm(Runnable happening) {
        beforeConfirm = happening;
    }

    /** Something happens while a batch is on its way into charts in the making. */
    void beforeAdd(Runnable happening) {
        beforeAdd = happening;
    }

    /** How many rebuilds were finished. */
    int finished() {
        return finished;
    }

    List<Long> sizes() {
        return List.copyOf(sizes);
    }

    /** Whether a call was made while another one was on its way. */
    boolean isOverrun() {
        return overrun;
    }

    private <T> T alone(Supplier<T> call) {
        overrun |= !busy.compareAndSet(false, true);
        try {
            return call.get();
        } finally {
            busy.set(false);
        }
    }

    @Override
    public Standing look(Collection<TopicPart> parts) {
        return alone(() -> writer.look(parts));
    }

    @Override
    public void confirm(Map<TopicPart, Position> positions) {
        beforeConfirm.run();
        writer.confirm(positions);
    }

    @Override
    public WriteResult write(ChartBatch batch) {
        before();
        sizes.add(batch.advances().values().stream()
                .mapToLong(advance -> advance.to() - advance.from().offset())
                .sum());
        WriteResult result = writer.write(batch);
        after();
        return result;
    }

    @Override
    public void askForRebuild() {
        writer.askForRebuild();
    }

    @Override
    public Optional<ChartRebuild> rebuild(Map<TopicPart, Position> starts) {
        return writer.rebuild(starts).map(Rebuild::new);
    }

    @Override
    public void close() {}

    private void before() {
        if (failingBefore) {
            failingBefore = false;
            throw new CacheUnavailableException("told to fail before the write", new IllegalStateException());
        }
    }

    private void after() {
        if (failingAfter) {
            failingAfter = false;
            throw new CacheUnavailableException("told to lose the answer", new IllegalStateException());
        }
    }

    private final class Rebuild implements ChartRebuild {

        private final ChartRebuild rebuild;

        Rebuild(ChartRebuild rebuild) {
            this.rebuild = rebuild;
        }

        @Override
        public boolean add(ChartBatch batch) {
            before();
            return alone(() -> {
                beforeAdd.run();
                return rebuild.add(batch);
            });
        }

        @Override
        public boolean keepAlive() {
            return alone(rebuild::keepAlive);
        }

        @Override
        public boolean finish(Map<TopicPart, Position> ends) {
            before();
            boolean done = rebuild.finish(ends);
            finished += done ? 1 : 0;
            after();
            return done;
        }

        @Override
        public void abandon() {
            alone(() -> {
                rebuild.abandon();
                return true;
            });
        }
    }
}
