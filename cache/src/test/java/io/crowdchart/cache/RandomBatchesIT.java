package io.crowdchart.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Protocol.Command;

/** Random batches, replays, gaps and conflicts: Redis and the charts in memory stay the same. */
class RandomBatchesIT {

    private static final int STEPS = 300;
    private static final List<TopicPart> PARTS = List.of(Batches.RANKING, Batches.DAILY, Batches.PULSE);
    private static final RedisOptions OPTIONS = RedisOptions.inMemory();
    private static RedisServer server;

    private final MovableClock clock = new MovableClock();
    private final List<ChartWindow> windows = List.of(
            ChartWindow.ALL_TIME,
            ChartWindow.Day.at(clock.instant(), Batches.ZONE),
            ChartWindow.Hour.at(clock.instant(), Batches.ZONE),
            ChartWindow.Day.at(clock.instant().minus(Duration.ofDays(40)), Batches.ZONE));

    @BeforeAll
    static void start() {
        server = RedisServer.start(OPTIONS);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void redis_and_memory_agree_after_every_step() {
        long first = Long.getLong("seed", System.nanoTime());
        for (long seed = first; seed < first + 5; seed++) {
            RedisChartsContract.commands(server, OPTIONS, Command.FLUSHALL);
            run(seed);
        }
    }

    private void run(long seed) {
        var random = new Random(seed);
        var memory = new InMemoryCharts(clock);
        var charts = new RedisCharts(RedisConfig.node(server.host(), server.port()), clock);
        List<ChartBatch> sent = new ArrayList<>();
        try (ChartWriter writer = charts.writer();
                ChartReader reader = charts.reader()) {
            Batches.begin(writer);
            Batches.begin(memory);
            for (int step = 0; step < STEPS; step++) {
                boolean replay = !sent.isEmpty() && random.nextInt(6) == 0;
                ChartBatch batch = replay ? sent.get(random.nextInt(sent.size())) : batch(random, memory);
                sent.add(batch);
                String where = "seed " + seed + ", step " + step;
                assertThat(writer.write(batch)).as(where).isEqualTo(memory.write(batch));
                assertThat(writer.look(PARTS)).as(where).isEqualTo(memory.look(PARTS));
                ChartQuery query = query(random);
                assertThat(reader.read(query)).as(where).isEqualTo(memory.read(query));
            }
        }
    }

    private ChartBatch batch(Random random, InMemoryCharts memory) {
        Map<TopicPart, Long> stored = new HashMap<>();
        memory.look(PARTS)
                .places()
                .forEach((part, place) -> stored.put(part, place.position().offset()));
        TopicPart one = PARTS.get(random.nextInt(PARTS.size()));
        Batches batch = step(Batches.first(one, 1), one, stored, random);
        PARTS.stream().filter(part -> random.nextInt(4) == 0).forEach(part -> step(batch, part, stored, random));
        IntStream.range(0, random.nextInt(12))
                .forEach(any -> batch.votes(
                        windows.get(random.nextInt(windows.size())), song(random), Math.max(0, random.nextInt(8) - 2)));
        if (random.nextInt(3) == 0) {
            String song = song(random);
            batch.title(song, "Title " + song + random.nextInt(2));
        }
        if (random.nextInt(5) == 0) {
            batch.pulse("source " + random.nextInt(2), clock.instant().minusSeconds(random.nextInt(60)));
        }
        return batch.build();
    }

    /** Mostly the next step; sometimes one from a position that is not stored. */
    private static Batches step(Batches batch, TopicPart part, Map<TopicPart, Long> stored, Random random) {
        long position = stored.getOrDefault(part, 0L);
        long from = random.nextInt(10) == 0 ? Math.max(0, position - 1 + random.nextInt(3)) : position;
        return batch.andNext(part, from, from + 1 + random.nextInt(5));
    }

    private ChartQuery query(Random random) {
        return new ChartQuery(
                windows.get(random.nextInt(windows.size())),
                random.nextInt(6),
                random.nextInt(8),
                List.of(song(random), song(random)));
    }

    private static String song(Random random) {
        return "song " + random.nextInt(15);
    }
}
