package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens on the way, the charts end as the last record of every song says. Random records, outages, lost
 * answers, rebalances, restarts, commits and a second task in the same partitions, compared with maps.
 */
class ChartSinkTaskModelTest {

    private static final int RUNS = 100;
    private static final int STEPS = 150;
    private static final List<String> SONGS = List.of("july", "hey jude", "imagine", "1999", "千本桜");
    private static final List<String> DAYS = List.of("2026-11-22", "2026-11-23");

    @Test
    void the_charts_end_as_the_topics_say_whatever_happens_on_the_way() {
        long first = System.nanoTime();
        for (long seed = first; seed < first + RUNS; seed++) {
            try {
                new Run(seed).check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed with seed " + seed, e);
            }
        }
    }

    /** One history, its worker and its truth. */
    private static final class Run {

        private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
        private static final List<TopicPart> PARTS = List.of(RANKING, DAILY, PULSE);
        private static final List<TopicPartition> PARTITIONS =
                PARTS.stream().map(Records::partition).toList();

        private final Random random;
        private final InMemoryCharts charts = new InMemoryCharts(NOW);
        private final UnreliableWriter writer = new UnreliableWriter(charts);
        private final Map<TopicPartition, List<SinkRecord>> logs = new HashMap<>();
        private final Map<TopicPartition, Long> committed = new HashMap<>();
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private final Set<Long> bad = new HashSet<>();
        private final Set<Long> reported = new HashSet<>();
        private final Map<String, Map<String, Long>> truth = new HashMap<>();
        private SimulatedWorker worker;
        private SimulatedWorker zombie;

        Run(long seed) {
            random = new Random(seed);
            PARTITIONS.forEach(partition -> logs.put(partition, new ArrayList<>()));
            // Both take the same partitions: Connect promises only that this does not last.
            worker = started();
            zombie = started();
        }

        private SimulatedWorker started() {
            SimulatedWorker started = new SimulatedWorker(
                    logs,
                    committed,
                    new ChartSinkTask(NOW, redis -> writer),
                    Map.of("chart.redis.host", "localhost", "chart.batch.max.records", "" + (1 + random.nextInt(6))));
            started.assign(PARTITIONS);
            return started;
        }

        void check() {
            for (int step = 0; step < STEPS; step++) {
                step();
                commitsAreStored();
            }
            charts.setUnavailable(false);
            append(PULSE, offset -> Records.pulse(offset, NOW.millis() * 1000));
            for (int calm = 0; calm < 200; calm++) {
                worker.iterate(5);
            }
            worker.commit();
            reported.addAll(worker.reported());
            reported.addAll(zombie.reported());
            chartsAreTrue();
        }

        private void step() {
            switch (random.nextInt(16)) {
                case 0, 1, 2, 3, 4 -> appendSome();
                case 5, 6, 7, 8 -> worker.iterate(1 + random.nextInt(8));
                case 9 -> zombie.iterate(1 + random.nextInt(8));
                case 10 -> charts.setUnavailable(random.nextBoolean());
                case 11 -> writer.failBeforeNextWrite();
                case 12 -> writer.failAfterNextWrite();
                case 13 -> rebalance();
                case 14 -> restart();
                default -> worker.commit();
            }
        }

        private void rebalance() {
            List<TopicPartition> some = PARTITIONS.stream()
                    .filter(partition -> random.nextBoolean())
                    .toList();
            worker.revoke(some);
            if (random.nextBoolean()) {
                worker.iterate(3);
            }
            worker.assign(some);
        }

        private void restart() {
            reported.addAll(worker.reported());
            worker = started();
        }

        private void appendSome() {
            for (int more = random.nextInt(6); more >= 0; more--) {
                switch (random.nextInt(8)) {
                    case 0 -> append(PULSE, offset -> Records.pulse(offset, 1 + random.nextInt(1000)));
                    case 1 -> append(RANKING, this::bad);
                    case 2, 3 -> append(DAILY, offset -> daily(offset, one(DAYS), one(SONGS), random.nextInt(4)));
                    case 4 -> append(RANKING, offset -> gone(offset, one(SONGS)));
                    default -> append(RANKING, offset -> ranking(offset, one(SONGS), random.nextInt(50)));
                }
            }
        }

        private void append(TopicPart part, LongFunction<SinkRecord> record) {
            TopicPartition partition = Records.partition(part);
            long offset = ends.getOrDefault(partition, 0L) + random.nextInt(3);
            logs.computeIfAbsent(partition, any -> new ArrayList<>()).add(record.apply(offset));
            ends.put(partition, offset + 1);
        }

        private SinkRecord ranking(long offset, String song, long votes) {
            chart("all").put(song, votes);
            return Records.ranking(offset, song, votes);
        }

        private SinkRecord gone(long offset, String song) {
            chart("all").remove(song);
            return Records.rankingGone(offset, song);
        }

        private SinkRecord daily(long offset, String day, String song, long votes) {
            chart(day).put(song, votes);
            return Records.daily(offset, day, song, votes);
        }

        private SinkRecord bad(long offset) {
            bad.add(offset);
            return Records.bad(offset);
        }

        private Map<String, Long> chart(String window) {
            return truth.computeIfAbsent(window, any -> new HashMap<>());
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        private void commitsAreStored() {
            Map<TopicPart, Long> stored = storedWhateverHappens();
            committed.forEach((partition, offset) -> assertThat(offset)
                    .as("committed in " + partition)
                    .isLessThanOrEqualTo(
                            stored.getOrDefault(new TopicPart(partition.topic(), partition.partition()), 0L)));
        }

        private Map<TopicPart, Long> storedWhateverHappens() {
            try {
                return charts.positions(PARTS);
            } catch (CacheUnavailableException e) {
                Map<TopicPart, Long> unknown = new HashMap<>();
                PARTS.forEach(part -> unknown.put(part, Long.MAX_VALUE));
                return unknown;
            }
        }

        private void chartsAreTrue() {
            truth.values().forEach(songs -> songs.values().removeIf(votes -> votes == 0));
            assertThat(Charts.votes(charts, ChartWindow.ALL_TIME)).isEqualTo(chart("all"));
            DAYS.forEach(day ->
                    assertThat(Charts.votes(charts, ChartWindow.named(day))).isEqualTo(chart(day)));
            assertThat(reported).isEqualTo(bad);
            Map<TopicPart, Long> stored = charts.positions(PARTS);
            ends.forEach(
                    (partition, end) -> assertThat(stored.get(new TopicPart(partition.topic(), partition.partition())))
                            .isEqualTo(end));
            assertThat(committed).isEqualTo(ends);
        }
    }
}
