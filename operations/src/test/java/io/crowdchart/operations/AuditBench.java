package io.crowdchart.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.Vote;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.ranking.RowBytes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import redis.clients.jedis.Protocol.Command;

/**
 * How long an audit of many votes takes: {@code main} with their number (default 1,000,000) as its argument. A quarter of the
 * votes is an edit of an earlier post. After the audit without a difference one is planted, and must be found.
 */
final class AuditBench {

    private static final int SONGS = 5_000;
    private static final int BATCH = 50_000;
    private static final int HOURS = 7 * 24;

    private final ChartStack stack;
    private final Random random = new Random(Long.getLong("seed", 42));
    private final List<Song> songs = new ArrayList<>();
    private final Recount truth = new Recount();
    private final Instant now = Instant.now();

    private AuditBench(ChartStack stack) {
        this.stack = stack;
        for (int i = 0; i < SONGS; i++) {
            songs.add(Song.named("Song number " + i + " of all").orElseThrow());
        }
    }

    public static void main(String... args) throws Exception {
        int votes = args.length == 0 ? 1_000_000 : Integer.parseInt(args[0]);
        try (Watchdog watchdog = Watchdog.start();
                ChartStack stack = new ChartStack(watchdog.newFolder("audit-bench"))) {
            stack.makeTopics();
            new AuditBench(stack).run(votes);
        }
    }

    private void run(int votes) throws IOException, InterruptedException {
        votes(votes);
        fill();
        audit("all as the votes say", ExitStatus.GOOD);
        String song = songs.get(7).key();
        stack.redis(Command.ZINCRBY, ChartKeys.chart(ChartWindow.ALL_TIME), "-1", song);
        audit("one vote too many for '" + song + "'", ExitStatus.DIFFERENT);
    }

    /** In a process of its own, with the memory that {@code scripts/chart} gives. */
    private void audit(String what, int expected) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                ChartCommand.class.getName()));
        command.addAll(List.of(stack.arguments("audit", "--patience", "5")));
        long start = System.nanoTime();
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        System.out.printf(Locale.ROOT, "%s: %.1f s, status %d%n", what, (System.nanoTime() - start) / 1e9, status);
        if (status != expected) {
            throw new IllegalStateException(
                    "%s: the audit ended with %d, expected %d".formatted(what, status, expected));
        }
    }

    private void votes(int votes) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < votes; i++) {
            int post = random.nextInt(4) == 0 && i > 0 ? random.nextInt(i) : i;
            byte[] key = String.format(Locale.ROOT, "bluesky:%043d", post).getBytes(UTF_8);
            // Few songs have most of the votes.
            double luck = random.nextDouble();
            Song song = songs.get((int) (SONGS * luck * luck * luck));
            byte[] value = ChartStack.value(Vote.cast(
                    String.format(Locale.ROOT, "%043d", random.nextInt(votes / 3 + 1)),
                    song,
                    now.minusSeconds(random.nextInt(HOURS * 3_600)),
                    ZoneOffset.UTC));
            records.add(new ProducerRecord<>(Topic.VOTES.topicName(), key, value));
            truth.add(0, key, value);
            if (records.size() == BATCH || i == votes - 1) {
                stack.send(records);
                records.clear();
            }
        }
    }

    private void fill() {
        List<ProducerRecord<byte[], byte[]>> rows = new ArrayList<>();
        Map<ChartWindow, List<String>> charts = new HashMap<>();
        Map<ChartWindow, Long> totals = new HashMap<>();
        truth.forEach((line, range) -> {
            long votes = range.most();
            if (votes > 0) {
                rows.add(new ProducerRecord<>(line.ranking().topicName(), RowBytes.key(line), RowBytes.votes(votes)));
                ChartWindow window = line.chart().orElseThrow();
                if (window.expiresAt()
                        .filter(end -> end.isBefore(Instant.now()))
                        .isEmpty()) {
                    charts.computeIfAbsent(window, any -> new ArrayList<>())
                            .addAll(List.of(Long.toString(-votes), line.song()));
                    totals.merge(window, votes, Long::sum);
                }
            }
        });
        songs.stream().filter(song -> truth.votes(Line.allTime(song.key())) > 0).forEach(song -> {
            rows.add(new ProducerRecord<>(
                    Topic.SONG_TITLES.topicName(), RowBytes.titleKey(song.key()), RowBytes.title(song.title())));
            stack.redis(Command.HSET, ChartKeys.TITLES, song.key(), song.title());
        });
        stack.send(rows);
        charts.forEach((window, scores) -> {
            scores.add(0, ChartKeys.chart(window));
            stack.redis(Command.ZADD, scores.toArray(String[]::new));
            stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.total(window), String.valueOf(totals.get(window)));
            window.expiresAt()
                    .ifPresent(end -> stack.redis(
                            Command.EXPIREAT, ChartKeys.chart(window), Long.toString(end.getEpochSecond())));
        });
        System.out.printf(
                Locale.ROOT, "%,d posts, %,d rows, %d charts in Redis%n", truth.posts(), rows.size(), charts.size());
    }
}
