package io.crowdchart.local.run;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Measures freshness: the time from the moment at which the network accepts a vote to the moment at which a reader of the
 * chart sees it. It polls the chart as the skill reads it; what it adds to a figure is at most one poll.
 */
final class Freshness implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ChartReader reader;
    private final ConcurrentLinkedQueue<Expected> expected = new ConcurrentLinkedQueue<>();
    private final List<Long> nanos = new ArrayList<>();
    private final Thread thread = new Thread(this::watch, "freshness");
    private volatile boolean running = true;
    private final AtomicInteger unseen = new AtomicInteger();

    /** A song that will have so many votes once the vote that was accepted then is counted. */
    private record Expected(String song, long votes, long acceptedNanos) {}

    /** Starts to measure with a reader, which the caller closes. */
    Freshness(ChartReader reader) {
        this.reader = reader;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Waits for a vote to show that the network accepts right after this call. A chart that shows it already has counted it
     * before, in an earlier run; then there is nothing to measure.
     *
     * @param song the key of the song
     * @param votes how many votes it will have
     */
    void expect(String song, long votes) {
        if (votesOf(song) < votes) {
            expected.add(new Expected(song, votes, System.nanoTime()));
        }
    }

    private void watch() {
        while (running) {
            look();
            try {
                TimeUnit.NANOSECONDS.sleep(POLL.toNanos());
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        for (Iterator<Expected> votes = expected.iterator(); votes.hasNext(); ) {
            Expected vote = votes.next();
            boolean seen = votesOf(vote.song()) >= vote.votes();
            long age = System.nanoTime() - vote.acceptedNanos();
            if (seen) {
                add(age);
            } else if (age > PATIENCE.toNanos()) {
                unseen.incrementAndGet();
            } else {
                continue;
            }
            votes.remove();
        }
    }

    private synchronized void add(long age) {
        nanos.add(age);
    }

    private long votesOf(String song) {
        ChartAnswer answer = reader.read(ChartQuery.place(ChartWindow.ALL_TIME, song));
        return viewOf(answer)
                .map(view -> view.places().get(song))
                .map(place -> place.line().votes())
                .orElse(0L);
    }

    static Optional<ChartView> viewOf(ChartAnswer answer) {
        if (answer instanceof ChartAnswer.Fresh fresh) {
            return Optional.of(fresh.view());
        }
        if (answer instanceof ChartAnswer.Stale stale) {
            return Optional.of(stale.view());
        }
        return answer instanceof ChartAnswer.Empty empty ? Optional.of(empty.view()) : Optional.empty();
    }

    /** What was measured so far, in one line; nothing if no vote was measured. */
    synchronized Optional<String> summary() {
        if (nanos.isEmpty()) {
            return Optional.empty();
        }
        List<Long> sorted = nanos.stream().sorted().toList();
        return Optional.of(String.format(
                Locale.ROOT,
                "Freshness, post accepted to readable in Redis: p50 %d ms, p99 %d ms, worst %d ms (%d votes%s)",
                millis(sorted, 50),
                millis(sorted, 99),
                millis(sorted, 100),
                sorted.size(),
                unseen.get() == 0 ? "" : ", " + unseen + " more not seen within " + PATIENCE.toSeconds() + " s"));
    }

    private static long millis(List<Long> sorted, int percent) {
        int place = (int) Math.ceil(sorted.size() * percent / 100.0) - 1;
        return TimeUnit.NANOSECONDS.toMillis(sorted.get(Math.max(0, place)));
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
