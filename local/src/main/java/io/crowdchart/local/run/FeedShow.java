package io.crowdchart.local.run;

import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.local.feed.Feed;
import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.FeedPlayer;
import io.crowdchart.local.feed.Recount;
import io.crowdchart.local.pipeline.Arrival;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Plays a feed and waits until it has arrived in Redis. The last part of it is played at a walking pace, and its votes are
 * timed: freshness is a matter of an event with some people in a room, not of a replay at full speed.
 */
final class FeedShow {

    private static final int TIMED_EVENTS = 300;
    private static final Duration TIMED_SPAN = Duration.ofSeconds(6);
    private static final Duration SHOWN_SPAN = Duration.ofSeconds(15);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(10);
    private static final Duration FRAME = Duration.ofMillis(250);
    private static final int SHOWN_SONGS = 5;

    private final Screen screen;
    private final ChartReader reader;
    private final Arrival arrival;
    private final Freshness freshness;
    private final Runnable health;

    /**
     * A show.
     *
     * @param health called now and then while waiting; throws if waiting is of no use any more
     */
    FeedShow(Screen screen, ChartReader reader, Arrival arrival, Freshness freshness, Runnable health) {
        this.screen = screen;
        this.reader = reader;
        this.arrival = arrival;
        this.freshness = freshness;
        this.health = health;
    }

    /** Plays a feed to its end, and lets the network live on behind it. */
    void play(Feed feed, FeedPlayer player, Recount recount) throws InterruptedException {
        screen.done("playing " + feed.name() + ": " + feed.events().size() + " events");
        int timed = Math.min(TIMED_EVENTS, feed.events().size());
        List<FeedEvent> first = feed.events().subList(0, feed.events().size() - timed);
        List<FeedEvent> last = feed.events().subList(first.size(), feed.events().size());
        try (LiveChart chart = new LiveChart()) {
            player.play(first, screen.isTerminal() ? SHOWN_SPAN : Duration.ZERO, recount::add);
            if (!first.isEmpty()) {
                awaitArrival(player.settle(first));
            }
            player.play(last, TIMED_SPAN, event -> time(event, recount));
            long end = player.settle(last);
            player.liveOn();
            awaitArrival(end);
            chart.show();
        }
        screen.done("the feed has arrived in Redis");
    }

    private void time(FeedEvent event, Recount recount) {
        Optional<String> song = recount.songOf(event);
        long before = song.map(recount.votes()::voters).orElse(0L);
        recount.add(event);
        song.filter(key -> recount.votes().voters(key) > before).ifPresent(key -> freshness.expect(key, before + 1));
    }

    private void awaitArrival(long seenAt) throws InterruptedException {
        long told = System.nanoTime();
        for (Optional<String> missing = arrival.missing(seenAt);
                missing.isPresent();
                missing = arrival.missing(seenAt)) {
            if (System.nanoTime() - told > TELL_AGAIN.toNanos()) {
                health.run();
                screen.done("still waiting for " + missing.get());
                told = System.nanoTime();
            }
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        }
    }

    /** The first songs of the chart, moving while the feed plays; nothing where nobody looks. */
    private final class LiveChart implements AutoCloseable {

        private final Thread thread = new Thread(this::move, "live-chart");

        LiveChart() {
            if (screen.isTerminal()) {
                thread.setDaemon(true);
                thread.start();
            }
        }

        private void move() {
            try {
                while (!thread.isInterrupted()) {
                    show();
                    TimeUnit.NANOSECONDS.sleep(FRAME.toNanos());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void show() {
            if (screen.isTerminal()) {
                Freshness.viewOf(reader.read(ChartQuery.top(ChartWindow.ALL_TIME, SHOWN_SONGS)))
                        .ifPresent(view ->
                                screen.move(view, "The chart: " + view.songs() + " songs, " + view.votes() + " votes"));
            }
        }

        @Override
        public void close() {
            thread.interrupt();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
