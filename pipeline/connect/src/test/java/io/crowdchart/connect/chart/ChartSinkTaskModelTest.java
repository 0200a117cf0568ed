package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever happens on the way, the charts end as the last record of every song says, and nobody sees a part of a chart.
 * Random records, outages, lost answers, rebalances, restarts, commits, two tasks and a zombie in the same partitions; caches
 * that are emptied or fall back to what they were; builders that die; topics that are made anew or compacted while everybody
 * is frozen. Compared with maps.
 */
class ChartSinkTaskModelTest {

    private static final int RUNS = Integer.getInteger("runs", 40);
    private static final int STEPS = 200;
    private static final Duration TOMBSTONES_STAY = Duration.ofMinutes(10);
    private static final List<String> SONGS = List.of("july", "hey jude", "imagine", "1999", "千本桜");
    private static final List<String> DAYS = List.of("2026-11-22", "2026-11-23");

    /** What happens to the topics. */
    private enum World {
        /** They only grow, so that every chart ever seen must be one that they had. */
        GROWING,
        COMPACTED,
        MADE_ANEW
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void the_charts_end_as_the_topics_say_whatever_happens_on_the_way(World world) {
        boolean given = Long.getLong("seed") != null;
        long first = Long.getLong("seed", System.nanoTime());
        for (long seed = first; seed < first + (given ? 1 : RUNS); seed++) {
            try {
                new Run(seed, world).check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("failed with seed " + seed + " in a world that is " + world, e);
            }
        }
    }

    /** One history, its workers and its truth. */
    private static final class Run {

        private static final List<TopicPart> PARTS = List.of(RANKING, DAILY, PULSE);

        private final Random random;
        private final World world;
        private final TestClock clock = new TestClock();
        private final InMemoryCharts charts = new InMemoryCharts(clock);
        private final SimulatedTopics topics =
                new SimulatedTopics(clock, TOMBSTONES_STAY, PARTS.toArray(TopicPart[]::new));
        private final Seen seen = new Seen();
        private final Set<String> reported = new HashSet<>();
        private final List<UnreliableWriter> writers = new ArrayList<>();
        private final Map<TopicPart, Integer> owners = new HashMap<>();
        private final List<SimulatedWorker> tasks = new ArrayList<>();
        private SimulatedWorker zombie;
        private InMemoryCharts.Snapshot snapshot = charts.snapshot();

        Run(long seed, World world) {
            this.random = new Random(seed);
            this.world = world;
            topics.setRecordsPerRead(1 + random.nextInt(4));
            tasks.add(started());
            tasks.add(started());
            PARTS.forEach(part -> owners.put(part, random.nextInt(2)));
            assignAll(0);
            assignAll(1);
            // It has the same partitions as others: Connect promises only that this does not last.
            zombie = started();
            zombie.assign(PARTS);
        }

        private SimulatedWorker started() {
            UnreliableWriter writer = new UnreliableWriter(charts.anotherWriter());
            writers.add(writer);
            return new SimulatedWorker(
                    topics,
                    new ChartSinkTask(clock, redis -> writer, config -> topics, Runnable::run),
                    Map.of(
                            "chart.redis.host", "localhost",
                            "chart.kafka.bootstrap.servers", "localhost:1",
                            "chart.batch.max.records", "" + (1 + random.nextInt(6))));
        }

        private void assignAll(int task) {
            tasks.get(task).assign(of(task));
        }

        private List<TopicPart> of(int task) {
            return PARTS.stream()
                    .filter(part -> owners.getOrDefault(part, 0) == task)
                    .toList();
        }

        void check() {
            for (int step = 0; step < STEPS; step++) {
                step();
                nobodySeesAPartOfAChart();
            }
            charts.setUnavailable(false);
            topics.setUnavailable(false);
            topics.setSlow(false);
            topics.answer(true);
            append(PULSE, offset -> Records.pulse(offset, clock.millis() * 1000));
            for (int calm = 0; calm < 300; calm++) {
                clock.advance(Duration.ofMillis(100));
                iterate(tasks.get(calm % 2), 5);
            }
            tasks.forEach(SimulatedWorker::commit);
            chartsAreTrue();
        }

        private void step() {
            clock.advance(Duration.ofMillis(random.nextInt(300)));
            switch (random.nextInt(24)) {
                case 0, 1, 2, 3, 4 -> appendSome();
                case 5, 6, 7, 8, 9, 10, 11, 12 -> iterate(tasks.get(random.nextInt(2)), 1 + random.nextInt(8));
                case 13 -> iterate(zombie, 1 + random.nextInt(8));
                case 14 -> charts.setUnavailable(random.nextBoolean());
                case 15 -> writers.get(random.nextInt(writers.size())).failBeforeNextWrite();
                case 16 -> writers.get(random.nextInt(writers.size())).failAfterNextWrite();
                case 17 -> rebalance();
                case 18 -> restart(random.nextInt(2));
                case 19 -> tasks.get(random.nextInt(2)).commit();
                case 20 -> losses();
                case 21 -> worldGoesOn();
                case 22 -> topics.setSlow(random.nextBoolean());
                default -> topics.setUnavailable(random.nextInt(3) == 0);
            }
            if (random.nextBoolean()) {
                topics.answer(random.nextBoolean());
            }
        }

        private void iterate(SimulatedWorker worker, int maxRecords) {
            worker.iterate(maxRecords);
            worker.reported().forEach(record -> reported.add(name(record)));
        }

        private String name(SinkRecord record) {
            return topics.log(Records.part(record)).id() + " " + record.kafkaOffset();
        }

        private void rebalance() {
            List<TopicPart> moved =
                    PARTS.stream().filter(part -> random.nextBoolean()).toList();
            for (int task = 0; task < 2; task++) {
                List<TopicPart> lost = new ArrayList<>(of(task));
                lost.retainAll(moved);
                tasks.get(task).revoke(lost);
            }
            moved.forEach(part -> owners.put(part, random.nextInt(2)));
            for (int task = 0; task < 2; task++) {
                List<TopicPart> won = new ArrayList<>(of(task));
                won.retainAll(moved);
                tasks.get(task).assign(won);
            }
        }

        private void restart(int task) {
            if (random.nextBoolean()) {
                tasks.get(task).revoke(of(task));
                tasks.get(task).stop();
            }
            tasks.set(task, started());
            assignAll(task);
        }

        private void losses() {
            switch (random.nextInt(3)) {
                case 0 -> {
                    charts.flush();
                    seen.nothingOlder();
                }
                case 1 -> {
                    snapshot = charts.snapshot();
                    seen.keep();
                }
                default -> {
                    charts.restore(snapshot);
                    seen.goBack();
                }
            }
        }

        private void worldGoesOn() {
            if (world == World.COMPACTED) {
                if (random.nextInt(3) == 0) {
                    clock.advance(
                            TOMBSTONES_STAY.multipliedBy(random.nextInt(5)).dividedBy(3));
                }
                PARTS.forEach(topics::compact);
            } else if (world == World.MADE_ANEW && random.nextBoolean()) {
                topics.makeAnew(PARTS.get(random.nextInt(PARTS.size())));
            }
        }

        private void appendSome() {
            for (int more = random.nextInt(6); more >= 0; more--) {
                switch (random.nextInt(8)) {
                    case 0 -> append(PULSE, offset -> Records.pulse(offset, 1 + random.nextInt(1000)));
                    case 1 -> append(RANKING, Records::bad);
                    case 2, 3 ->
                        append(DAILY, offset -> Records.daily(offset, one(DAYS), one(SONGS), random.nextInt(4)));
                    case 4 -> append(RANKING, offset -> Records.rankingGone(offset, one(SONGS)));
                    default -> append(RANKING, offset -> Records.ranking(offset, one(SONGS), random.nextInt(50)));
                }
            }
        }

        private void append(TopicPart part, LongFunction<SinkRecord> record) {
            topics.append(part, random.nextInt(3), record);
            if (random.nextBoolean()) {
                topics.appendMark(part);
            }
            if (part.equals(RANKING)) {
                seen.add(truth().getOrDefault("all", Map.of()));
            }
        }

        private String one(List<String> choices) {
            return choices.get(random.nextInt(choices.size()));
        }

        /** What the last records say, by window. */
        private Map<String, Map<String, Long>> truth() {
            Map<String, Map<String, Long>> truth = new HashMap<>();
            for (TopicPart part : List.of(RANKING, DAILY)) {
                topics.log(part).records().forEach(record -> Truth.apply(record, truth));
            }
            return truth;
        }

        private void nobodySeesAPartOfAChart() {
            ChartAnswer answer = charts.read(ChartQuery.top(ChartWindow.ALL_TIME, ChartQuery.MAX_COUNT));
            boolean chart = !(answer instanceof ChartAnswer.Unavailable || answer instanceof ChartAnswer.Rebuilding);
            if (world == World.GROWING && chart) {
                seen.require(Charts.votes(charts, ChartWindow.ALL_TIME));
            }
        }

        private void chartsAreTrue() {
            Map<String, Map<String, Long>> truth = truth();
            assertThat(Charts.votes(charts, ChartWindow.ALL_TIME)).isEqualTo(truth.getOrDefault("all", Map.of()));
            DAYS.forEach(day -> assertThat(Charts.votes(charts, ChartWindow.named(day)))
                    .isEqualTo(truth.getOrDefault(day, Map.of())));
            assertThat(reported).containsAll(bad());
            charts.look(PARTS).places().forEach((part, place) -> {
                assertThat(place.position().topicId())
                        .isEqualTo(topics.log(part).id());
                Position end = topics.log(part).last();
                assertThat(place.position().offset()).isLessThanOrEqualTo(end.offset());
                assertThat(topics.committed(part))
                        .isLessThanOrEqualTo(place.position().offset());
            });
            assertThat(charts.look(PARTS).rebuild()).isEmpty();
        }

        private Set<String> bad() {
            return topics.log(RANKING).records().stream()
                    .filter(Truth::isBad)
                    .map(this::name)
                    .collect(Collectors.toSet());
        }
    }

    /** The charts that may be seen: those that the topic had, from a place on. */
    private static final class Seen {

        private final List<Map<String, Long>> states = new ArrayList<>(List.of(Map.of()));
        private int oldest;
        private int kept;

        void add(Map<String, Long> state) {
            states.add(Map.copyOf(state));
        }

        /** The cache was emptied: what is seen from now on has all there is. */
        void nothingOlder() {
            oldest = states.size() - 1;
        }

        void keep() {
            kept = oldest;
        }

        void goBack() {
            oldest = kept;
        }

        void require(Map<String, Long> chart) {
            assertThat(states.subList(oldest, states.size())).contains(chart);
        }
    }
}
