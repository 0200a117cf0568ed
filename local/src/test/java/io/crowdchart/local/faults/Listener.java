package io.crowdchart.local.faults;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Asks for the chart all the time, whatever goes wrong: there has to be an answer soon, and all of its parts have to belong
 * together.
 */
final class Listener implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    /** The reader takes 1.5 seconds at most; the rest is for a machine that has much to do. */
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final ChartReader reader;
    private final Consumer<String> report;
    private final Set<String> reported = new TreeSet<>();
    private final Thread thread = new Thread(this::listen, "listener");
    private volatile boolean running = true;

    /**
     * Starts to ask.
     *
     * @param reader is closed with the listener
     * @param report takes what is wrong with an answer, everything once
     */
    Listener(ChartReader reader, Consumer<String> report) {
        this.reader = reader;
        this.report = report;
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        while (running) {
            try {
                ask();
                TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                reportOnce("an answer of the reader is no answer: " + e);
            }
        }
    }

    private void ask() {
        long start = System.nanoTime();
        ChartAnswer answer = reader.read(ChartQuery.top(ChartWindow.ALL_TIME, ChartQuery.MAX_COUNT));
        if (System.nanoTime() - start > LIMIT.toNanos()) {
            reportOnce("the reader takes longer than " + LIMIT.toSeconds() + " s");
        }
        CachedCharts.viewOf(answer).flatMap(Listener::fault).ifPresent(this::reportOnce);
        if (answer instanceof ChartAnswer.Fresh fresh && fresh.view().songs() == 0) {
            reportOnce("an empty chart is called fresh");
        }
    }

    private static Optional<String> fault(ChartView view) {
        List<ChartEntry> lines = view.lines();
        long sum = lines.stream().mapToLong(ChartEntry::votes).sum();
        boolean whole = lines.size() == view.songs();
        if (lines.size() != Math.min(view.songs(), ChartQuery.MAX_COUNT)) {
            return Optional.of("of " + view.songs() + " songs the reader has " + lines.size() + " lines");
        }
        if (whole ? sum != view.votes() : sum >= view.votes()) {
            return Optional.of("lines with " + sum + " votes in a chart with " + view.votes() + ", whole: " + whole);
        }
        List<SongVotes> songs = lines.stream()
                .map(line -> new SongVotes(line.song(), line.votes()))
                .toList();
        return ChartEntry.ranked(songs).equals(lines)
                ? Optional.empty()
                : Optional.of("lines that are not in the order of a chart: " + lines);
    }

    private void reportOnce(String fault) {
        if (reported.add(fault)) {
            report.accept(fault);
        }
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        reader.close();
    }
}
