package io.crowdchart.connect.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

/** Empties Redis under an idle sink and checks every answer until the charts are whole again. */
final class FlushRun {

    private static final Topic[] TOPICS = Topic.charted().toArray(Topic[]::new);

    private final SinkStack stack;
    private final int songs;
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    FlushRun(SinkStack stack, int songs) {
        this.stack = stack;
        this.songs = songs;
    }

    /**
     * What was measured.
     *
     * @param noticed from FLUSHALL to the begin of the rebuild
     * @param rebuild how long the rebuild took
     * @param whole from FLUSHALL to the first answer that was whole
     * @param bareRead how long it takes only to read the topics
     * @param bareWrite how long it takes only to write as many songs into Redis
     */
    record Figures(
            int songs,
            long records,
            Duration noticed,
            Duration rebuild,
            Duration whole,
            Duration bareRead,
            Duration bareWrite) {

        @Override
        public String toString() {
            return "FLUSHALL with %d songs, %d records: whole after %d ms (noticed after %d ms, rebuild %d ms); bare read %d ms, bare write %d ms; rebuild / bare read %.2f, rebuild / bare read and write %.2f"
                    .formatted(
                            songs,
                            records,
                            whole.toMillis(),
                            noticed.toMillis(),
                            rebuild.toMillis(),
                            bareRead.toMillis(),
                            bareWrite.toMillis(),
                            (double) rebuild.toMillis() / bareRead.toMillis(),
                            (double) rebuild.toMillis()
                                    / bareRead.plus(bareWrite).toMillis());
        }
    }

    /** For the figures: {@code -Dsongs=100000 -Dagain=4}. */
    public static void main(String[] arguments) throws Exception {
        try (Watchdog watchdog = Watchdog.start();
                SinkStack stack = SinkStack.start(watchdog.newFolder("flush-run"))) {
            stack.topics().pulse(Instant.now().toEpochMilli() * 1000);
            System.out.println(new FlushRun(stack, Integer.getInteger("songs", 100_000)).measured());
        }
    }

    Figures measured() {
        stack.topics().manySongs(songs, today);
        stack.runSink();
        stack.awaitTruth();
        Map<ChartWindow, ChartView> whole = Map.of(
                ChartWindow.ALL_TIME,
                view(ChartWindow.ALL_TIME),
                ChartWindow.named(today),
                view(ChartWindow.named(today)));
        Figures figures = flushed(whole);
        for (int again = 0; again < Integer.getInteger("again", 0); again++) {
            System.out.println(figures);
            figures = flushed(whole);
        }
        stack.awaitTruth();
        return figures;
    }

    private ChartView view(ChartWindow window) {
        return Charts.view(stack.reader().read(ChartQuery.top(window, 100)));
    }

    private Figures flushed(Map<ChartWindow, ChartView> whole) {
        BareRead before = BareRead.of(stack.broker().bootstrapServers(), TOPICS);
        long rebuilds = SinkMetrics.rebuilds("missing");
        RedisFlush.all(stack.redis());
        long flushed = System.nanoTime();
        for (boolean back = false; !back; ) {
            back = true;
            for (Map.Entry<ChartWindow, ChartView> legal : whole.entrySet()) {
                ChartAnswer answer = stack.reader().read(ChartQuery.top(legal.getKey(), 100));
                if (answer instanceof ChartAnswer.Rebuilding) {
                    back = false;
                } else {
                    assertThat(Charts.view(answer)).isEqualTo(legal.getValue());
                }
            }
            assertThat(System.nanoTime() - flushed).isLessThan(SinkStack.LIMIT.toNanos());
        }
        Duration all = Duration.ofNanos(System.nanoTime() - flushed);
        // The charts are there before the task has counted.
        await().atMost(SinkStack.LIMIT).until(() -> SinkMetrics.rebuilds("missing") > rebuilds);
        Duration rebuild = Duration.ofMillis(SinkMetrics.of("last-rebuild-ms"));
        BareRead after = BareRead.of(stack.broker().bootstrapServers(), TOPICS);
        Duration bare = before.time().plus(after.time()).dividedBy(2);
        Duration write = BareWrite.of(stack.redis(), songs);
        return new Figures(songs, after.records(), all.minus(rebuild), rebuild, all, bare, write);
    }
}
