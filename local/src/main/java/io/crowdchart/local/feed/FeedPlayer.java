package io.crowdchart.local.feed;

import io.crowdchart.embedded.jetstream.JetstreamServer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Plays a feed through a Jetstream server: at once or at a pace. After the feed, the network is quiet but alive, as the real
 * one is: news of accounts come in, so that the source knows up to when it has seen everything.
 */
public final class FeedPlayer implements AutoCloseable {

    private static final Duration NEWS_EVERY = Duration.ofSeconds(2);
    private static final String SOMEBODY = "did:plc:zzzzzzzzzzzzzzzzzzzzzzzz";

    private final JetstreamServer server;
    private final Clock clock;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "feed");
        thread.setDaemon(true);
        return thread;
    });

    /** A player on a server, which the caller closes. */
    public FeedPlayer(JetstreamServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * Plays events at an even pace, and returns when the last one is out.
     *
     * @param span from the first to the last; zero: without a pause
     * @param before is shown every event right before the network accepts it
     */
    public void play(List<FeedEvent> events, Duration span, Consumer<FeedEvent> before) throws InterruptedException {
        long start = System.nanoTime();
        for (int place = 0; place < events.size(); place++) {
            long due = start + span.toNanos() * place / events.size();
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            before.accept(events.get(place));
            server.publish(events.get(place).line());
        }
    }

    /**
     * Lets the network say up to when there were events, by news of an account: of events that nobody asked for a
     * subscriber learns nothing.
     *
     * @return that time, in microseconds since 1970; not in the future, whatever the events say
     */
    public long settle(List<FeedEvent> events) {
        long newest = events.stream().mapToLong(FeedEvent::timeMicros).max().orElse(0);
        long time = Math.min(newest, nowMicros());
        server.publish(Envelope.account(SOMEBODY, time));
        return time;
    }

    /** Lets the network live on, until this is closed. */
    public void liveOn() {
        var unused = scheduler.scheduleAtFixedRate(this::publishNews, 0, NEWS_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void publishNews() {
        server.publish(Envelope.account(SOMEBODY, nowMicros()));
    }

    private long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
