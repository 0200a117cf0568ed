package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;

/** A sink at work on simulated topics, which begin with a chart of two songs. */
abstract class RebuildScene {

    static final Duration TOMBSTONES_STAY = Duration.ofDays(1);

    final TestClock clock = new TestClock();
    final InMemoryCharts charts = new InMemoryCharts(clock, Duration.ofDays(1000));
    final SimulatedTopics topics = new SimulatedTopics(clock, TOMBSTONES_STAY, RANKING, DAILY, PULSE);
    final UnreliableWriter writer = new UnreliableWriter(charts.anotherWriter());
    final SimulatedWorker worker = worker(writer);

    private int steps;

    @BeforeEach
    void the_topics_have_a_chart() {
        vote("july", 3);
        vote("hey jude", 1);
        topics.append(PULSE, offset -> Records.pulse(offset, clock.millis() * 1000));
    }

    SimulatedWorker worker(UnreliableWriter with) {
        return new SimulatedWorker(
                topics,
                new ChartSinkTask(clock, redis -> with, config -> topics, Runnable::run),
                Map.of("chart.redis.host", "localhost", "chart.kafka.bootstrap.servers", "localhost:1"));
    }

    void begin() {
        worker.assign(topics.parts());
        go();
    }

    /** The task asks, takes the rebuild on, and reads for the first time. */
    void beginRebuild() {
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
    }

    void go() {
        go(worker);
    }

    void go(SimulatedWorker some) {
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMillis(Math.min(some.timeout(), 100)));
            some.iterate(100);
        }
    }

    void goBoth(SimulatedWorker other) {
        for (int i = 0; i < 60; i++) {
            clock.advance(Duration.ofMillis(50));
            worker.iterate(100);
            other.iterate(100);
        }
    }

    /** As long as the task wants to wait. */
    void step() {
        assertThat(++steps).as("steps without an end").isLessThan(2_000);
        clock.advance(Duration.ofMillis(worker.timeout()));
        worker.iterate(100);
    }

    void vote(String song, long votes) {
        topics.append(RANKING, offset -> Records.ranking(offset, song, votes));
    }

    void gone(String song) {
        topics.append(RANKING, offset -> Records.rankingGone(offset, song));
    }

    Map<TopicPart, Position> starts() {
        Map<TopicPart, Position> starts = new HashMap<>();
        topics.parts()
                .forEach(part -> starts.put(part, new Position(topics.log(part).id(), 0)));
        return starts;
    }

    Place place(TopicPart part) {
        return Objects.requireNonNull(charts.look(List.of(part)).places().get(part));
    }

    Position position(TopicPart part) {
        return place(part).position();
    }

    Map<String, Long> votes() {
        return Charts.votes(charts, ChartWindow.ALL_TIME);
    }

    Map<String, Long> votesOrNone() {
        ChartAnswer answer = charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 10));
        return answer instanceof ChartAnswer.Rebuilding ? Map.of() : votes();
    }
}
