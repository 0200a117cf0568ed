package io.crowdchart.cache.redis;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers a question with one run of {@code read.lua}, or from the last good chart.
 *
 * <p>About once a second the script gives the first lines of the chart besides, for the time when nobody can be asked. A
 * state that is gone takes along what is remembered of it: what comes next may be another chart.
 */
final class RedisChartReader implements ChartReader {

    private static final Logger LOGGER = LoggerFactory.getLogger(RedisChartReader.class);
    private static final Script READ = Script.named("read.lua");
    private static final Script SONGS = Script.named("songs.lua");

    private final NodeQueue queue;
    private final LastCharts lastCharts = new LastCharts();
    private final Clock clock;
    private final Duration staleAfter;
    private final Duration answerWithin;
    private volatile boolean isAway;

    RedisChartReader(ChartNode node, Clock clock, Duration staleAfter, Duration answerWithin) {
        this.queue = new NodeQueue(node);
        this.clock = clock;
        this.staleAfter = staleAfter;
        this.answerWithin = answerWithin;
    }

    @Override
    public ChartAnswer read(ChartQuery query) {
        return read(query, answerWithin);
    }

    @Override
    public ChartAnswer read(ChartQuery query, Duration within) {
        var deadline = deadline(within);
        try {
            ChartAnswer answer = queue.call(node -> ask(node, query, deadline), deadline);
            isAway = false;
            return answer;
        } catch (CacheUnavailableException e) {
            LOGGER.warn("No answer from the cache: {}", e.getMessage());
            LOGGER.debug("No answer from the cache", e);
        } catch (ExecutionException e) {
            LOGGER.error("What the cache answered is no chart", e.getCause());
        }
        isAway = true;
        Optional<ChartAnswer> remembered =
                lastCharts.answer(query, clock.instant()).map(stale -> stale);
        return remembered.orElseGet(ChartAnswer.Unavailable::new);
    }

    @Override
    public void reset() {
        try {
            var unused = queue.call(
                    node -> {
                        node.reset();
                        return node;
                    },
                    Deadline.in(answerWithin));
        } catch (CacheUnavailableException e) {
            LOGGER.debug("Nothing to reset", e);
        } catch (ExecutionException e) {
            LOGGER.error("The connection to the cache could not be dropped", e.getCause());
        }
        lastCharts.forget();
        isAway = false;
    }

    private Deadline deadline(Duration within) {
        return Deadline.in(within.compareTo(answerWithin) < 0 ? within : answerWithin);
    }

    @Override
    public ChartSongs songs(SongsQuery query, Duration within) {
        if (isAway) {
            return new ChartSongs.Unavailable();
        }
        var deadline = deadline(within);
        try {
            return queue.call(node -> ask(node, query, deadline), deadline);
        } catch (CacheUnavailableException e) {
            LOGGER.warn("No songs from the cache: {}", e.getMessage());
            LOGGER.debug("No songs from the cache", e);
        } catch (ExecutionException e) {
            LOGGER.error("What the cache answered are no songs", e.getCause());
        }
        return new ChartSongs.Unavailable();
    }

    @Override
    public void close() {
        queue.close();
    }

    private static ChartSongs ask(ChartNode node, SongsQuery query, Deadline deadline) {
        List<String> arguments = List.of(ChartKeys.PULSE_PREFIX, Integer.toString(query.count()));
        try {
            return SongsReply.read(runOrRetry(node, SONGS, keys(query.window()), arguments, deadline));
        } catch (RuntimeException e) {
            node.close();
            throw e;
        }
    }

    private ChartAnswer ask(ChartNode node, ChartQuery query, Deadline deadline) {
        boolean remembering = lastCharts.wants(query, clock.instant());
        List<String> keys = new ArrayList<>(keys(query.window()));
        query.earlier().map(ChartKeys::chart).ifPresent(keys::add);
        List<String> arguments = arguments(query, remembering ? LastCharts.LINES : 0);
        try {
            var reply = new ReadReply(runOrRetry(node, READ, keys, arguments, deadline));
            return answer(query, reply, remembering);
        } catch (RuntimeException e) {
            // A reply that is no chart may belong to another question, or come from something that is no Redis.
            node.close();
            throw e;
        }
    }

    private ChartAnswer answer(ChartQuery query, ReadReply reply, boolean remembering) {
        Instant now = clock.instant();
        Optional<ChartView> view = reply.view(query.window());
        if (view.isEmpty()) {
            lastCharts.forget();
            return new ChartAnswer.Rebuilding();
        }
        if (remembering) {
            reply.top(query.window()).ifPresent(top -> lastCharts.remember(top, query.earlier(), now));
        }
        return ChartAnswer.of(view.get(), now, staleAfter);
    }

    /** An idle connection may have been closed on the other side, or dropped on the way; nobody should have to hear of it. */
    private static Object runOrRetry(
            ChartNode node, Script script, List<String> keys, List<String> arguments, Deadline deadline) {
        // One that was dropped without a word looks like a server that hangs, so there must be time for another one.
        Deadline first = node.isConnected() ? deadline.halfway() : deadline;
        try {
            return node.run(script, keys, arguments, first);
        } catch (CacheUnavailableException e) {
            if (deadline.isOver() || !Outage.isConnectionFailure(e)) {
                throw e;
            }
            LOGGER.debug("The connection to the cache was broken, trying another one");
            return node.run(script, keys, arguments, deadline);
        }
    }

    private static List<String> keys(ChartWindow window) {
        return List.of(ChartKeys.chart(window), ChartKeys.TITLES, ChartKeys.STATE);
    }

    private static List<String> arguments(ChartQuery query, int linesToRemember) {
        List<String> arguments = new ArrayList<>(List.of(
                ChartKeys.total(query.window()),
                ChartKeys.PULSE_PREFIX,
                Integer.toString(query.from()),
                Integer.toString(query.count()),
                Integer.toString(linesToRemember),
                Integer.toString(ChartQuery.MAX_COUNT)));
        arguments.addAll(query.songs());
        return arguments;
    }
}
