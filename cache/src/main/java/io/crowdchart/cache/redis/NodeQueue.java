package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads use a node, one after the other. Who makes a call waits until its deadline and no longer.
 *
 * <p>The calls are made by a thread of their own, since no time-out of a socket covers everything: a name may take long to
 * be resolved, and a reply may come drop by drop.
 */
final class NodeQueue implements AutoCloseable {

    private final ChartNode node;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(NodeQueue::newThread);

    /** The deadline of the call that is being made. */
    private volatile @Nullable Deadline running;

    NodeQueue(ChartNode node) {
        this.node = node;
    }

    /**
     * Makes a call.
     *
     * @throws CacheUnavailableException if the call says so, or there is no answer by the deadline
     * @throws ExecutionException if the call fails otherwise
     */
    <T> T call(Function<ChartNode, T> call, Deadline deadline) throws ExecutionException {
        var task = new FutureTask<>(() -> run(call, deadline));
        try {
            thread.execute(task);
            return task.get(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            giveUp(task, deadline);
            throw new CacheUnavailableException("the cache did not answer in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            giveUp(task, deadline);
            throw new CacheUnavailableException("interrupted while waiting for the cache", e);
        } catch (RejectedExecutionException e) {
            throw new CacheUnavailableException("the reader is closed", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CacheUnavailableException unavailable) {
                throw unavailable;
            }
            throw e;
        }
    }

    /** Closes the node behind the calls that were made before, without waiting for them. */
    @Override
    public void close() {
        if (!thread.isShutdown()) {
            thread.execute(node::close);
            thread.shutdown();
        }
    }

    private <T> T run(Function<ChartNode, T> call, Deadline deadline) {
        running = deadline;
        try {
            return call.apply(node);
        } finally {
            running = null;
        }
    }

    /** A call that waits in the queue is not made any more; one that is being made must not hold up the next. */
    private void giveUp(FutureTask<?> task, Deadline deadline) {
        task.cancel(false);
        if (running == deadline) {
            node.cut();
        }
    }

    private static Thread newThread(Runnable work) {
        var thread = new Thread(work, "chart-reader");
        thread.setDaemon(true);
        return thread;
    }
}
