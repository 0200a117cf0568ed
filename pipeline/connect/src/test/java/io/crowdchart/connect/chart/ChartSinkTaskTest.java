package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static io.crowdchart.connect.chart.Records.TITLES;
import static io.crowdchart.connect.chart.Records.bad;
import static io.crowdchart.connect.chart.Records.partition;
import static io.crowdchart.connect.chart.Records.pulse;
import static io.crowdchart.connect.chart.Records.ranking;
import static io.crowdchart.connect.chart.Records.rankingGone;
import static io.crowdchart.connect.chart.Records.title;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.crowdchart.cache.CacheUnavailableException;
import io.crowdchart.cache.memory.InMemoryCharts;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartSinkTaskTest {

    private static final long BACKOFF = 123;

    private final TestClock clock = new TestClock();
    private final long nowMicros = clock.millis() * 1000;
    private final InMemoryCharts charts = new InMemoryCharts(clock);
    private final SimulatedTopics topics = new SimulatedTopics(clock, Duration.ofDays(1), RANKING, TITLES, PULSE);
    private final SinkTaskContext context = mock(SinkTaskContext.class);
    private final ErrantRecordReporter reporter = mock(ErrantRecordReporter.class);
    private final ChartSinkTask task = new ChartSinkTask(clock, redis -> charts, config -> topics, Runnable::run);

    @BeforeEach
    void reports_succeed() {
        when(reporter.report(any(), any())).thenReturn(CompletableFuture.completedFuture(null));
        when(context.errantRecordReporter()).thenReturn(reporter);
    }

    @Test
    void starting_and_opening_need_neither_the_cache_nor_kafka() {
        charts.setUnavailable(true);
        topics.setUnavailable(true);

        assertThatCode(() -> start(RANKING)).doesNotThrowAnyException();
        verify(context).timeout(anyLong());
    }

    @Test
    void a_partition_with_a_stored_position_goes_on_there() {
        stand(RANKING, 5);
        start(RANKING, PULSE);

        task.put(List.of());

        verify(context).offset(partition(RANKING), 5L);
        verify(context).offset(partition(PULSE), 0L);
    }

    @Test
    void records_of_the_put_that_seeks_are_ignored_and_those_of_the_next_one_are_stored() {
        stand(RANKING, 0);
        start(RANKING);
        task.put(List.of(ranking(7, "july", 3)));
        assertThat(offset()).isZero();

        task.put(List.of(ranking(0, "hey jude", 1), ranking(7, "july", 3)));

        assertThat(offset()).isEqualTo(8);
        assertThat(votes()).isEqualTo(Map.of("hey jude", 1L, "july", 3L));
    }

    @Test
    void gaps_in_the_offsets_are_normal() {
        stand(RANKING, 5);
        ready(RANKING);

        task.put(List.of(ranking(6, "july", 1), ranking(9, "july", 2)));

        assertThat(offset()).isEqualTo(10);
        verify(context, never()).offset(any(), anyLong());
    }

    @Test
    void many_records_go_in_batches_of_the_configured_size() {
        stand(RANKING, 0);
        UnreliableWriter counting = new UnreliableWriter(charts);
        ChartSinkTask counted = new ChartSinkTask(clock, redis -> counting, config -> topics, Runnable::run);
        counted.initialize(context);
        counted.start(settings("chart.batch.max.records", "2"));
        counted.open(List.of(partition(RANKING)));
        counted.put(List.of());

        counted.put(Stream.iterate(0L, offset -> offset + 1)
                .limit(5)
                .map(offset -> ranking(offset, "july", offset + 1))
                .toList());

        assertThat(counting.sizes()).containsExactly(2L, 2L, 1L);
        assertThat(votes()).isEqualTo(Map.of("july", 5L));
    }

    @Test
    void a_commit_holds_what_is_stored_as_far_as_connect_has_come_with_the_id_of_the_topic() {
        ready(RANKING, PULSE);
        task.put(List.of(ranking(0, "july", 3)));

        assertThat(task.preCommit(current(100L)))
                .containsEntry(partition(RANKING), committed(RANKING, 1))
                .containsEntry(partition(PULSE), committed(PULSE, 0));
        assertThat(task.preCommit(current(0L))).containsEntry(partition(RANKING), committed(RANKING, 0));
    }

    @Test
    void nothing_is_committed_before_the_charts_were_found_sound() {
        stand(RANKING, 5);
        start(RANKING, PULSE);

        assertThat(task.preCommit(current(3L))).isEmpty();

        topics.setSlow(true);
        task.put(List.of());
        assertThat(task.preCommit(current(5L))).isEmpty();
    }

    @Test
    void nothing_is_committed_while_one_place_is_not_known() {
        stand(RANKING, 5);
        topics.delete(PULSE);
        start(RANKING, PULSE);
        task.put(List.of());
        task.put(List.of());

        verify(context).offset(partition(RANKING), 5L);
        assertThat(task.preCommit(current(9L))).isEmpty();
    }

    @Test
    void only_partitions_whose_places_are_known_are_resumed() {
        stand(RANKING, 5);
        topics.delete(PULSE);
        start(RANKING, PULSE);

        task.put(List.of());

        verify(context).resume(partition(RANKING));
    }

    @Test
    void a_stopped_task_closes_everything_whatever_fails() {
        ChartTopics failing = mock(ChartTopics.class);
        ChartWriter closed = mock(ChartWriter.class);
        doThrow(new IllegalStateException("told to fail")).when(failing).close();
        ChartSinkTask stopped = new ChartSinkTask(clock, redis -> closed, config -> failing, Runnable::run);
        stopped.initialize(context);
        stopped.start(settings("chart.batch.max.records", "2"));

        assertThatThrownBy(stopped::stop).hasMessage("told to fail");

        verify(closed).close();
    }

    @Test
    void after_an_outage_the_places_are_found_again() {
        ready(RANKING, PULSE);
        topics.append(RANKING, offset -> ranking(offset, "july", 3));
        topics.append(RANKING, offset -> ranking(offset, "july", 4));
        task.put(List.of(ranking(0, "july", 3)));
        charts.setUnavailable(true);
        List<SinkRecord> records = List.of(ranking(1, "july", 4));
        assertThatThrownBy(() -> task.put(records)).isInstanceOf(RetriableException.class);
        charts.setUnavailable(false);

        task.put(records);

        verify(context).offset(partition(RANKING), 1L);
        assertThat(votes()).isEqualTo(Map.of("july", 3L));
        task.put(records);
        assertThat(votes()).isEqualTo(Map.of("july", 4L));
    }

    @Test
    void a_refused_batch_is_read_again_from_the_stored_position() {
        ready(RANKING);
        task.put(List.of(ranking(0, "july", 3)));
        stand(RANKING, 9);

        task.put(List.of(ranking(1, "july", 4), ranking(2, "july", 5)));
        assertThat(offset()).isEqualTo(9);
        task.put(List.of());

        verify(context).offset(partition(RANKING), 9L);
        task.put(List.of(ranking(9, "july", 6)));
        assertThat(votes()).isEqualTo(Map.of("july", 6L));
    }

    @Test
    void records_before_the_stored_position_are_a_reason_to_make_the_charts_anew() {
        stand(RANKING, 100);
        ready(RANKING);

        task.put(List.of(ranking(3, "july", 4)));

        assertThat(charts.look(List.of()).rebuild()).isPresent();
        assertThat(votes()).isEmpty();
    }

    @Test
    void records_of_a_partition_whose_place_is_not_known_are_ignored() {
        stand(RANKING, 5);
        topics.setUnavailable(true);
        start(RANKING);

        task.put(List.of(ranking(5, "july", 4)));
        task.put(List.of(ranking(5, "july", 4)));

        assertThat(offset()).isEqualTo(5);
    }

    @Test
    void the_last_record_for_a_song_counts_and_a_tombstone_removes_it() {
        ready(RANKING, PULSE);

        task.put(List.of(
                ranking(0, "july", 3),
                ranking(1, "hey jude", 1),
                ranking(2, "july", 4),
                rankingGone(3, "hey jude"),
                ranking(4, "imagine", 9),
                ranking(5, "imagine", 0)));

        assertThat(votes()).isEqualTo(Map.of("july", 4L));
    }

    @Test
    void titles_and_pulses_reach_the_chart() {
        ready(RANKING, TITLES, PULSE);

        task.put(List.of(
                ranking(0, "hey jude", 1),
                title(0, "hey jude", "Hey Jude"),
                pulse(0, nowMicros - 5_000_000),
                pulse(1, nowMicros - 1_000_000)));

        ChartAnswer.Fresh answer = (ChartAnswer.Fresh) charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 5));
        assertThat(answer.view().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.song().title()).isEqualTo("Hey Jude"));
        assertThat(answer.view().seenAt()).isEqualTo(clock.instant().minusSeconds(1));
    }

    @Test
    void without_the_cache_a_put_is_to_be_repeated_after_the_back_off() {
        ready(RANKING);
        charts.setUnavailable(true);

        assertThatThrownBy(() -> task.put(List.of(ranking(0, "july", 3))))
                .isInstanceOf(RetriableException.class)
                .hasMessageStartingWith("the cache cannot be used, trying again in 123 ms: ")
                .hasCauseInstanceOf(CacheUnavailableException.class);
        verify(context).timeout(BACKOFF);
        assertThat(task.preCommit(current(1L))).isEmpty();
    }

    @Test
    void a_bad_record_is_reported_and_passed_and_the_others_go_on() {
        ready(RANKING);
        SinkRecord bad = bad(1);

        task.put(List.of(ranking(0, "july", 3), bad, ranking(2, "hey jude", 1)));

        verify(reporter).report(eq(bad), any(DataException.class));
        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
        assertThat(offset()).isEqualTo(3);
    }

    @Test
    void a_bad_record_that_cannot_be_reported_is_not_passed() {
        when(reporter.report(any(), any()))
                .thenReturn(CompletableFuture.failedFuture(new IllegalStateException("no such topic")));
        ready(RANKING);

        assertThatThrownBy(() -> task.put(List.of(ranking(0, "july", 3), bad(1))))
                .isInstanceOf(ConnectException.class)
                .hasMessage("a bad record could not be reported, so it is not passed over")
                .hasRootCauseMessage("no such topic");
        assertThat(offset()).isZero();
    }

    @Test
    void without_a_reporter_a_bad_record_fails_the_task() {
        when(context.errantRecordReporter()).thenReturn(null);
        ready(RANKING);

        assertThatThrownBy(() -> task.put(List.of(bad(1))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unusable record at offset 1 of song_ranking-0: VOTES must be");
        assertThat(offset()).isZero();
    }

    @Test
    void a_worker_without_metrics_for_plugins_is_no_problem() {
        when(context.pluginMetrics()).thenThrow(new NoSuchMethodError("pluginMetrics"));

        assertThatCode(() -> start(RANKING)).doesNotThrowAnyException();
    }

    private void start(TopicPart... parts) {
        task.initialize(context);
        task.start(settings("chart.retry.backoff.ms", Long.toString(BACKOFF)));
        task.open(Stream.of(parts).map(Records::partition).toList());
    }

    private static Map<String, String> settings(String name, String value) {
        return Map.of(
                "chart.redis.host",
                "localhost",
                "chart.kafka.bootstrap.servers",
                "localhost:1",
                "topics",
                "song_ranking,song_titles,pulse",
                name,
                value);
    }

    /** Started, and sent to where the cache is. */
    private void ready(TopicPart... parts) {
        if (charts.look(List.of(RANKING)).places().isEmpty()) {
            stand(RANKING, 0);
        }
        start(parts);
        task.put(List.of());
        clearInvocations(context);
    }

    /** The charts have nothing but a pulse, and are there; the others are at their beginning. */
    private void stand(TopicPart part, long offset) {
        while (topics.log(part).end() < offset) {
            topics.appendMark(part);
        }
        Map<TopicPart, Position> positions = new HashMap<>();
        topics.parts()
                .forEach(any -> positions.put(any, new Position(topics.log(any).id(), 0)));
        TopicPart reader = new TopicPart("reader", 0);
        positions.put(reader, new Position("reader", 0));
        ChartRebuild rebuild = charts.rebuild(positions).orElseThrow();
        // Without a pulse there is no chart to read; this one is not from the task.
        rebuild.add(new ChartBatch(
                Map.of(reader, new Advance(new Position("reader", 0), 1)),
                Map.of(),
                Map.of(),
                Map.of("reader", new ChartBatch.Pulse(nowMicros, ZoneOffset.UTC))));
        positions.put(part, new Position(topics.log(part).id(), offset));
        rebuild.finish(positions);
    }

    private long offset() {
        return Objects.requireNonNull(charts.look(List.of(RANKING)).places().get(RANKING))
                .position()
                .offset();
    }

    private static Map<TopicPartition, OffsetAndMetadata> current(long offset) {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        current.put(partition(RANKING), new OffsetAndMetadata(offset));
        current.put(partition(PULSE), new OffsetAndMetadata(offset));
        return current;
    }

    private OffsetAndMetadata committed(TopicPart part, long offset) {
        return new OffsetAndMetadata(offset, topics.log(part).id());
    }

    private Map<String, Long> votes() {
        return Charts.votes(charts, ChartWindow.ALL_TIME);
    }
}
