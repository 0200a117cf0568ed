package io.crowdchart.local.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.FeedGenerator;
import io.crowdchart.local.feed.GeneratedFeed;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.SongKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One seed, from a fresh start to the last comparison. */
final class FaultedRun {

    /** How long the feed lasts by its own clock: everything in an hour, in some, or over two days. */
    private static final List<Duration> SPANS =
            List.of(Duration.ofMinutes(10), Duration.ofHours(3), Duration.ofHours(30));

    private static final int SHORTEST_HOLD_MILLIS = 1_500;
    private static final int LONGEST_HOLD_MILLIS = 4_000;

    private static final Logger LOGGER = LoggerFactory.getLogger(FaultedRun.class);

    private final FaultSettings settings;
    private final long seed;
    private final Random random;
    private final List<String> faults = new ArrayList<>();

    /**
     * What came of a seed.
     *
     * @param faults the faults that were played, in order
     * @param logs where the logs of the machine are
     */
    record Outcome(long seed, int events, List<String> faults, List<String> differences, Duration took, Path logs) {}

    FaultedRun(FaultSettings settings, long seed) {
        this.settings = settings;
        this.seed = seed;
        this.random = new Random(seed);
    }

    Outcome play() throws Exception {
        long start = System.nanoTime();
        Path logs = emptyFolder(FaultSettings.LOGS.resolve("seed-" + seed));
        List<String> differences;
        int events;
        try (Watchdog watchdog = Watchdog.start()) {
            Path folder = watchdog.newFolder("crowd-chart-faults-");
            Path temporary = Files.createDirectories(folder.resolve("tmp"));
            try (Stage stage = new Stage(folder.resolve("data"), logs, temporary, FaultSettings.PLUGINS)) {
                playOut(stage);
                events = stage.truth().events();
                Leftovers.quotedIn(logs).forEach(stage::report);
                differences = new ArrayList<>(stage.differences());
            }
            Leftovers.in(temporary).forEach(differences::add);
        }
        return new Outcome(
                seed, events, List.copyOf(faults), differences, Duration.ofNanos(System.nanoTime() - start), logs);
    }

    /** What breaks a seed off is a difference, too: the next seed is played all the same. */
    private void playOut(Stage stage) throws InterruptedException {
        try {
            play(stage);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | AssertionError e) {
            LOGGER.error("seed {} breaks off after {}", seed, faults, e);
            stage.report("breaks off after " + faults + ": " + e.getMessage());
        }
    }

    private void play(Stage stage) throws Exception {
        GeneratedFeed feed = feed();
        List<FeedEvent> events = feed.feed("seed " + seed).events();
        List<Fault> schedule = Schedule.of(stage, settings, random);
        stage.awaitRunning();
        int size = events.size() / schedule.size();
        for (int place = 0; place < schedule.size(); place++) {
            int end = place == schedule.size() - 1 ? events.size() : (place + 1) * size;
            suffer(stage, schedule.get(place), events.subList(place * size, end));
        }
        compareWithTheGenerator(stage.truth(), feed);
        stage.awaitArrival();
        stage.audit("at the end");
    }

    private GeneratedFeed feed() {
        Duration span = SPANS.get(random.nextInt(SPANS.size()));
        Instant first = Instant.now().minus(span).minusSeconds(60);
        return FeedGenerator.generate(seed, settings.events(), FaultedMachine.HASHTAG, first, span);
    }

    private void suffer(Stage stage, Fault fault, List<FeedEvent> events) throws Exception {
        Duration hold = Duration.ofMillis(random.nextInt(SHORTEST_HOLD_MILLIS, LONGEST_HOLD_MILLIS));
        long strikesAfter = random.nextLong(hold.toMillis() / 2);
        boolean drawn = random.nextBoolean();
        boolean audited = settings.auditEach() || drawn;
        faults.add(fault.name());
        long start = System.nanoTime();
        CompletableFuture<Void> playing = CompletableFuture.runAsync(() -> playAll(stage, events, hold));
        MILLISECONDS.sleep(strikesAfter);
        fault.strike();
        playing.join();
        fault.heal();
        stage.awaitRunning();
        if (audited) {
            stage.awaitArrival();
            stage.audit("after " + fault.name());
        }
        System.out.printf(
                "seed %d: %s, %d events, %d ms%n",
                seed, fault.name(), events.size(), (System.nanoTime() - start) / 1_000_000);
    }

    private static void playAll(Stage stage, List<FeedEvent> events, Duration hold) {
        try {
            stage.play(events, hold);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The generator keeps books of its own: what both agree on is the truth. */
    private static void compareWithTheGenerator(Truth truth, GeneratedFeed feed) {
        var counted = truth.votes(ChartWindow.ALL_TIME);
        feed.voters().forEach((title, voters) -> {
            if (!Long.valueOf(voters).equals(counted.get(SongKey.of(title)))) {
                throw new AssertionError("the generator and the recount differ about '" + title + "'");
            }
        });
    }

    private static Path emptyFolder(Path folder) throws IOException {
        Leftovers.remove(folder);
        return Files.createDirectories(folder);
    }
}
