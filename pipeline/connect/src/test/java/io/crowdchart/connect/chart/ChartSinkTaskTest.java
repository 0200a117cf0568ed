package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
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
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
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

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T06:00:00Z"), ZoneOffset.UTC);
    private static final long NOW_MICROS = NOW.millis() * 1000;
    private static final long BACKOFF = 123;

    private final InMemoryCharts charts = new InMemoryCharts(NOW);
    private final SinkTaskContext context = mock(SinkTaskContext.class);
    private final ErrantRecordReporter reporter = mock(ErrantRecordReporter.class);
    private final ChartSinkTask task = new ChartSinkTask(NOW, redis -> charts);

    @BeforeEach
    void reports_succeed() {
        when(reporter.report(any(), any())).thenReturn(CompletableFuture.completedFuture(null));
        when(context.errantRecordReporter()).thenReturn(reporter);
    }

    @Test
    void starting_and_opening_do_not_need_the_cache() {
        charts.setUnavailable(true);

        assertThatCode(() -> start(RANKING)).doesNotThrowAnyException();
        verify(context).timeout(anyLong());
    }

    @Test
    void a_partition_without_a_stored_position_is_read_from_its_beginning() {
        start(RANKING);

        task.put(List.of(ranking(7, "july", 3)));

        verify(context).offset(partition(RANKING), 0L);
        assertThat(positions()).isEmpty();
    }

    @Test
    void a_partition_with_a_stored_position_goes_on_there() {
        charts.reposition(Map.of(RANKING, 5L));
        start(RANKING, PULSE);

        task.put(List.of());

        verify(context).offset(partition(RANKING), 5L);
        verify(context).offset(partition(PULSE), 0L);
    }

    @Test
    void records_of_the_put_that_seeks_are_ignored_and_those_of_the_next_one_are_stored() {
        start(RANKING);
        task.put(List.of(ranking(7, "july", 3)));

        task.put(List.of(ranking(0, "hey jude", 1), ranking(7, "july", 3)));

        assertThat(positions()).isEqualTo(Map.of(RANKING, 8L));
        assertThat(votes()).isEqualTo(Map.of("hey jude", 1L, "july", 3L));
    }

    @Test
    void gaps_in_the_offsets_are_normal() {
        charts.reposition(Map.of(RANKING, 5L));
        ready(RANKING);

        task.put(List.of(ranking(6, "july", 1), ranking(9, "july", 2)));

        assertThat(positions()).isEqualTo(Map.of(RANKING, 10L));
        verify(context, never()).offset(any(), anyLong());
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
        TopicPart titles = new TopicPart("song_titles", 0);
        ready(RANKING, titles, PULSE);

        task.put(List.of(
                ranking(0, "hey jude", 1),
                title(0, "hey jude", "Hey Jude"),
                pulse(0, NOW_MICROS - 5_000_000),
                pulse(1, NOW_MICROS - 1_000_000)));

        ChartAnswer.Fresh answer = (ChartAnswer.Fresh) charts.read(ChartQuery.top(ChartWindow.ALL_TIME, 5));
        assertThat(answer.view().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.song().title()).isEqualTo("Hey Jude"));
        assertThat(answer.view().seenAt()).isEqualTo(NOW.instant().minusSeconds(1));
    }

    @Test
    void many_records_go_in_batches_of_the_configured_size() {
        UnreliableWriter counting = new UnreliableWriter(charts);
        ChartSinkTask counted = new ChartSinkTask(NOW, redis -> counting);
        counted.initialize(context);
        counted.start(Map.of("chart.redis.host", "localhost", "chart.batch.max.records", "2"));
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
    void a_commit_holds_what_is_stored_and_nothing_else() {
        ready(RANKING, PULSE);
        task.put(List.of(ranking(0, "july", 3)));

        assertThat(task.preCommit(current(100L))).isEqualTo(Map.of(partition(RANKING), new OffsetAndMetadata(1)));
    }

    @Test
    void nothing_is_committed_before_the_cache_has_told_its_positions() {
        charts.reposition(Map.of(RANKING, 5L));
        start(RANKING, PULSE);

        assertThat(task.preCommit(current(3L))).isEmpty();

        task.put(List.of());
        assertThat(task.preCommit(current(3L)))
                .as("connect has not come as far")
                .isEmpty();
        assertThat(task.preCommit(current(5L))).isEqualTo(Map.of(partition(RANKING), new OffsetAndMetadata(5)));
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
    void after_an_outage_the_cache_is_asked_for_its_positions_again() {
        ready(RANKING);
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
        charts.reposition(Map.of(RANKING, 9L));

        task.put(List.of(ranking(1, "july", 4), ranking(2, "july", 5)));

        assertThat(votes()).isEqualTo(Map.of("july", 3L));
        verify(context).offset(partition(RANKING), 9L);
        task.put(List.of(ranking(9, "july", 6)));
        assertThat(votes()).isEqualTo(Map.of("july", 6L));
    }

    @Test
    void a_topic_that_is_shorter_than_the_cache_knows_is_read_from_its_beginning() {
        charts.reposition(Map.of(RANKING, 100L));
        ready(RANKING);

        task.put(List.of(ranking(3, "july", 4)));

        verify(context).offset(partition(RANKING), 0L);
        assertThat(positions()).isEmpty();
        task.put(List.of(ranking(0, "july", 1), ranking(3, "july", 4)));
        assertThat(positions()).isEqualTo(Map.of(RANKING, 4L));
        assertThat(votes()).isEqualTo(Map.of("july", 4L));
    }

    @Test
    void a_bad_record_is_reported_and_passed_and_the_others_go_on() {
        ready(RANKING);
        SinkRecord bad = bad(1);

        task.put(List.of(ranking(0, "july", 3), bad, ranking(2, "hey jude", 1)));

        verify(reporter).report(eq(bad), any(DataException.class));
        assertThat(votes()).isEqualTo(Map.of("july", 3L, "hey jude", 1L));
        assertThat(positions()).isEqualTo(Map.of(RANKING, 3L));
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
        assertThat(positions()).isEmpty();
    }

    @Test
    void without_a_reporter_a_bad_record_fails_the_task() {
        when(context.errantRecordReporter()).thenReturn(null);
        ready(RANKING);

        assertThatThrownBy(() -> task.put(List.of(bad(1))))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("unusable record at offset 1 of song_ranking-0: VOTES must be");
        assertThat(positions()).isEmpty();
    }

    @Test
    void a_reopened_partition_is_looked_up_again() {
        ready(RANKING);
        task.put(List.of(ranking(0, "july", 3)));
        task.close(List.of(partition(RANKING)));
        charts.reposition(Map.of(RANKING, 4L));
        task.open(List.of(partition(RANKING)));

        task.put(List.of(ranking(1, "july", 4)));

        verify(context).offset(partition(RANKING), 4L);
        assertThat(votes()).isEqualTo(Map.of("july", 3L));
    }

    @Test
    void a_worker_without_metrics_for_plugins_is_no_problem() {
        when(context.pluginMetrics()).thenThrow(new NoSuchMethodError("pluginMetrics"));

        assertThatCode(() -> start(RANKING)).doesNotThrowAnyException();
    }

    private void start(TopicPart... parts) {
        task.initialize(context);
        task.start(Map.of("chart.redis.host", "localhost", "chart.retry.backoff.ms", Long.toString(BACKOFF)));
        task.open(Stream.of(parts).map(Records::partition).toList());
    }

    /** Started, and sent to where the cache is. */
    private void ready(TopicPart... parts) {
        start(parts);
        task.put(List.of());
        clearInvocations(context);
    }

    private Map<TopicPart, Long> positions() {
        return charts.positions(List.of(RANKING, PULSE));
    }

    private static Map<TopicPartition, OffsetAndMetadata> current(long offset) {
        Map<TopicPartition, OffsetAndMetadata> current = new HashMap<>();
        current.put(partition(RANKING), new OffsetAndMetadata(offset));
        current.put(partition(PULSE), new OffsetAndMetadata(offset));
        return current;
    }

    private Map<String, Long> votes() {
        // Without a pulse there is no chart to read; this one is not from the task.
        var reader = new TopicPart("reader", 0);
        Long next = charts.positions(List.of(reader)).get(reader);
        charts.write(new ChartBatch(
                Map.of(
                        reader,
                        next == null
                                ? new Advance(OptionalLong.empty(), 1)
                                : new Advance(OptionalLong.of(next), next + 1)),
                Map.of(),
                Map.of(),
                Map.of("reader", new ChartBatch.Pulse(NOW_MICROS, ZoneOffset.UTC))));
        return Charts.votes(charts, ChartWindow.ALL_TIME);
    }
}
