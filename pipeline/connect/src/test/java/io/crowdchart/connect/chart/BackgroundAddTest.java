package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.DAILY;
import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch of a rebuild is added by another thread, and late; whatever happens meanwhile, the cache has one call at a time. */
class BackgroundAddTest {

    private static final int LATE_MILLIS = 50;

    private final TestClock clock = new TestClock();
    private final InMemoryCharts charts = new InMemoryCharts(clock);
    private final SimulatedTopics topics = new SimulatedTopics(clock, Duration.ofDays(1), RANKING, DAILY, PULSE);
    private final UnreliableWriter writer = new UnreliableWriter(charts.anotherWriter());
    private final AtomicInteger added = new AtomicInteger();
    private final Executor late = CompletableFuture.delayedExecutor(LATE_MILLIS, TimeUnit.MILLISECONDS);
    private final SimulatedWorker worker = new SimulatedWorker(
            topics,
            new ChartSinkTask(clock, redis -> writer, config -> topics, late),
            Map.of("chart.redis.host", "localhost", "chart.kafka.bootstrap.servers", "localhost:1"));

    @BeforeEach
    void a_batch_is_on_its_way() {
        topics.append(RANKING, offset -> Records.ranking(offset, "july", 3));
        topics.append(PULSE, offset -> Records.pulse(offset, clock.millis() * 1000));
        writer.beforeAdd(added::incrementAndGet);
        // Waits for an answer after the batch was handed over.
        worker.assign(topics.parts());
        worker.iterate(10);
        worker.iterate(10);
        worker.iterate(10);
        topics.setSlow(true);
        worker.iterate(10);
        assertThat(charts.look(List.of()).rebuild().orElseThrow().builder()).isPresent();
        assertThat(writer.finished()).isZero();
    }

    /** What comes between a batch and its answer. */
    private enum Happening {
        REBALANCE {
            @Override
            void happen(BackgroundAddTest test) {
                test.worker.revoke(List.of(PULSE));
                test.worker.assign(List.of(PULSE));
            }
        },
        KAFKA_AWAY {
            @Override
            void happen(BackgroundAddTest test) {
                test.topics.timeOut();
                test.worker.iterate(10);
            }
        },
        CACHE_AWAY {
            @Override
            void happen(BackgroundAddTest test) {
                test.charts.setUnavailable(true);
                test.topics.timeOut();
                test.worker.iterate(10);
                test.charts.setUnavailable(false);
            }
        };

        abstract void happen(BackgroundAddTest test);
    }

    @ParameterizedTest
    @EnumSource(Happening.class)
    void it_arrives_before_the_rebuild_is_given_up(Happening happening) {
        happening.happen(this);
        int before = added.get();
        assertThat(before).isEqualTo(1);
        topics.setSlow(false);
        topics.answer(true);
        for (int i = 0; i < 40; i++) {
            clock.advance(Duration.ofMillis(100));
            worker.iterate(10);
        }

        assertThat(writer.isOverrun()).isFalse();
        assertThat(writer.finished()).isEqualTo(1);
        assertThat(Charts.votes(charts, ChartWindow.ALL_TIME)).isEqualTo(Map.of("july", 3L));
    }

    @Test
    void it_arrives_before_the_task_stops() {
        worker.stop();

        assertThat(added).hasValue(1);
        assertThat(writer.isOverrun()).isFalse();
        assertThat(charts.look(List.of()).rebuild().orElseThrow().builder()).isEmpty();
    }
}
