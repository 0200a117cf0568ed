package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions of all kinds while Redis is killed and started again every second, and the charts change all the time. */
class RestartingRedisIT {

    private static final int QUESTIONS = 10_000;
    private static final int THREADS = 4;
    private static final long MILLIS_BETWEEN_QUESTIONS = 13;
    private static final long MILLIS_BETWEEN_WRITES = 20;
    private static final long MILLIS_UP_AND_DOWN = 500;
    /** For the chart, for the titles where they have to be read again, and for the skill itself. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Clock CLOCK = Clock.systemUTC();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final CountDownLatch questions = new CountDownLatch(QUESTIONS);
    private final AtomicInteger kills = new AtomicInteger();
    private final KnownCharts known = new KnownCharts(CLOCK.instant());
    private final List<Future<?>> jobs = new ArrayList<>();
    private boolean isUp = true;

    @Test
    void every_answer_is_true_and_in_time(@TempDir Path data) throws InterruptedException {
        // What was acknowledged is there after a kill, whatever the disk is busy with.
        RedisOptions options = RedisOptions.keptIn(data).withSetting("appendfsync", "always");
        try (RedisServer server = RedisServer.start(options)) {
            var charts = new RedisCharts(RedisConfig.node(server.host(), server.port()), CLOCK);
            try (ChartWriter writer = charts.writer();
                    ChartReader reader = charts.reader()) {
                ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS + 2);
                try {
                    List<Asker> askers = start(threads, server, new ChangingCharts(known, writer, CLOCK), reader);
                    assertThat(questions.await(150, TimeUnit.SECONDS)).isTrue();
                    report(askers);
                    assertThat(jobs).as("jobs go on until something is thrown").noneMatch(Future::isDone);
                } finally {
                    threads.shutdown();
                    assertThat(threads.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
                }
            }
        }
        assertThat(complaints.stream().limit(20)).as("seed %d", seed).isEmpty();
        assertThat(kills.get()).isGreaterThanOrEqualTo(25);
    }

    private List<Asker> start(
            ScheduledExecutorService threads, RedisServer server, ChangingCharts changing, ChartReader reader) {
        changing.write();
        known.windows().forEach(window -> reader.read(ChartQuery.top(window, 1)));
        jobs.add(threads.scheduleWithFixedDelay(changing::write, 0, MILLIS_BETWEEN_WRITES, TimeUnit.MILLISECONDS));
        jobs.add(threads.scheduleAtFixedRate(
                () -> killOrStart(server), MILLIS_UP_AND_DOWN, MILLIS_UP_AND_DOWN, TimeUnit.MILLISECONDS));
        List<Asker> askers = IntStream.range(0, THREADS)
                .mapToObj(number ->
                        new Asker(new Witness(reader, known, changing, CLOCK, complaints), new Random(seed + number)))
                .toList();
        for (Asker asker : askers) {
            jobs.add(threads.scheduleAtFixedRate(asker, 0, MILLIS_BETWEEN_QUESTIONS, TimeUnit.MILLISECONDS));
        }
        return askers;
    }

    private void killOrStart(RedisServer server) {
        if (isUp) {
            server.kill();
            kills.incrementAndGet();
        } else {
            server.start();
        }
        isUp = !isUp;
    }

    private void report(List<Asker> askers) {
        Map<String, Integer> outcomes = new TreeMap<>();
        askers.forEach(
                asker -> asker.witness.heard().forEach((name, count) -> outcomes.merge(name, count, Integer::sum)));
        long slowest =
                askers.stream().mapToLong(asker -> asker.slowestNanos).max().orElseThrow();
        System.out.printf(
                "%d questions, %d kills, slowest answer %d ms: %s%n",
                QUESTIONS, kills.get(), slowest / 1_000_000, outcomes);
    }

    /** Asks one question after the other, of the skill and of its reader. */
    private final class Asker implements Runnable {

        private final Witness witness;
        private final Alexa alexa;
        private final Random random;
        private long slowestNanos;

        Asker(Witness witness, Random random) {
            this.witness = witness;
            this.alexa = new Alexa(witness);
            this.random = random;
        }

        @Override
        public void run() {
            long start = System.nanoTime();
            try {
                if (random.nextBoolean()) {
                    askSkill(anyRequest());
                } else {
                    witness.read(anyQuery());
                }
            } catch (RuntimeException | AssertionError e) {
                complaints.add("an exception: " + e);
            }
            slowestNanos = Math.max(slowestNanos, System.nanoTime() - start);
            if (slowestNanos > LIMIT.toNanos()) {
                complaints.add("an answer took " + slowestNanos / 1_000_000 + " ms");
            }
            questions.countDown();
        }

        private void askSkill(Envelope request) {
            witness.takeLast();
            String said = alexa.ask(request).said();
            if (said.isEmpty()
                    || said.contains("something went wrong")
                    || !alexa.log().isEmpty()) {
                complaints.add("a fault: " + request.json() + " -> " + said + alexa.log());
            }
            boolean old = witness.takeLast()
                    .filter(ChartAnswer.Stale.class::isInstance)
                    .isPresent();
            // Whoever asks back tells nothing of a chart yet.
            if (old && !said.contains(" ago") && !said.startsWith("Did you mean ")) {
                complaints.add("an old chart without its age: " + said);
            }
        }

        private Envelope anyRequest() {
            String number = String.valueOf(1 + random.nextInt(random.nextBoolean() ? 10 : KnownCharts.SONGS));
            return switch (random.nextInt(8)) {
                case 0 -> aLaunch();
                case 1 -> anIntent("NumberOneIntent").inRunningSession();
                case 2 -> anIntent("TopSongsIntent").slot("count", number);
                case 3 -> anIntent("SongRankIntent").slot("song", anySong());
                case 4 -> anIntent("SongRankIntent").slot("song", anySong() + " by somebody");
                case 5 -> anIntent("RankPositionIntent").slot("position", number);
                case 6 -> anIntent("HowFreshIntent");
                default -> anIntent("AMAZON.HelpIntent");
            };
        }

        private ChartQuery anyQuery() {
            ChartWindow window =
                    known.windows().get(random.nextInt(known.windows().size()));
            List<String> songs = IntStream.range(0, random.nextInt(3))
                    .mapToObj(any -> anySong())
                    .toList();
            return new ChartQuery(
                    window, random.nextInt(KnownCharts.SONGS), random.nextInt(ChartQuery.MAX_COUNT + 1), songs);
        }

        private String anySong() {
            return KnownCharts.song(random.nextInt(KnownCharts.SONGS + 5));
        }
    }
}
