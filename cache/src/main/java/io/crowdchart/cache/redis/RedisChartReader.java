package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a question with one run of {@code read.lua}. */
final class RedisChartReader implements ChartReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisChartReader.class);
    private static final Script READ = Script.named("read.lua");

    private final ChartNode node;
    private final ReentrantLock nodeLock = new ReentrantLock();
    private final Clock clock;
    private final Duration staleAfter;

    RedisChartReader(ChartNode node, Clock clock, Duration staleAfter) {
        this.node = node;
        this.clock = clock;
        this.staleAfter = staleAfter;
    }

    @Override
    public ChartAnswer read(ChartQuery query) {
        Optional<ReadReply> reply = ask(query);
        if (reply.isEmpty()) {
            return new ChartAnswer.Unavailable();
        }
        return reply.get()
                .view(query.window())
                .map(view -> ChartAnswer.of(view, clock.instant(), staleAfter))
                .orElseGet(ChartAnswer.Rebuilding::new);
    }

    @Override
    public void close() {
        nodeLock.lock();
        try {
            node.close();
        } finally {
            nodeLock.unlock();
        }
    }

    /** The reply; nothing if the cache cannot be used now. */
    private Optional<ReadReply> ask(ChartQuery query) {
        Duration time = node.longestCall();
        var deadline = Deadline.in(time);
        try {
            if (!nodeLock.tryLock(time.toMillis(), TimeUnit.MILLISECONDS)) {
                LOGGER.warn("No answer from the cache: others were waiting for it all the time");
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(new ReadReply(askOrRetry(query, deadline)));
        } catch (CacheUnavailableException e) {
            LOGGER.warn("No answer from the cache: {}", e.getMessage());
            LOGGER.debug("No answer from the cache", e);
            return Optional.empty();
        } finally {
            nodeLock.unlock();
        }
    }

    private Object askOrRetry(ChartQuery query, Deadline deadline) {
        List<String> keys = List.of(ChartKeys.chart(query.window()), ChartKeys.TITLES, ChartKeys.STATE);
        List<String> arguments = arguments(query);
        boolean mayBeOld = node.isConnected();
        try {
            return node.run(READ, keys, arguments, deadline);
        } catch (CacheUnavailableException e) {
            // An idle connection may have been closed on the other side; nobody should have to hear of it.
            if (mayBeOld && Outage.isBrokenConnection(e)) {
                LOGGER.debug("The connection to the cache was broken, trying another one");
                return node.run(READ, keys, arguments, deadline);
            }
            throw e;
        }
    }

    private static List<String> arguments(ChartQuery query) {
        List<String> arguments = new ArrayList<>(List.of(
                ChartKeys.total(query.window()),
                ChartKeys.PULSE_PREFIX,
                Integer.toString(query.from()),
                Integer.toString(query.count())));
        arguments.addAll(query.songs());
        return arguments;
    }
}
