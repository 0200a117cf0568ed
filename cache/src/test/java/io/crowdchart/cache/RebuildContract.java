package io.crowdchart.cache;

import static io.crowdchart.cache.Batches.DAILY;
import static io.crowdchart.cache.Batches.RANKING;
import static io.crowdchart.cache.Batches.START;
import static io.crowdchart.cache.Batches.ZONE;
import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing.RebuildMark;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every writer does when charts are made anew. */
abstract class RebuildContract extends ChartsFixture {

    /** So long may a builder be silent; the rest is for a slow machine. */
    private static final Duration ALMOST = ChartWriter.BUILDER_SILENCE.minusSeconds(5);

    private static final Position OTHER = new Position("another topic of this name", 0);
    private static final Map<TopicPart, Position> ENDS =
            Map.of(RANKING, START.at(30), DAILY, START.at(8), Batches.PULSE, START.at(2));

    @Test
    void readers_see_the_old_charts_until_the_new_ones_are_there_as_a_whole() {
        ChartWindow yesterday = ChartWindow.Day.at(clock.instant().minus(Duration.ofDays(1)), ZONE);
        ChartWindow today = ChartWindow.Day.at(clock.instant(), ZONE);
        apply(pulsed(10).votes("a", 9).votes("gone", 1).votes(yesterday, "a", 9).title("gone", "Gone!"));

        ChartRebuild rebuild = rebuild(writer);
        assertThat(rebuild.add(Batches.first(RANKING, 20)
                        .votes("a", 3)
                        .votes("b", 4)
                        .votes("c", 1)
                        .title("b", "B!")
                        .build()))
                .isTrue();
        assertThat(rebuild.add(Batches.next(RANKING, 20, 25)
                        .andFirst(DAILY, 5)
                        .votes("c", 0)
                        .votes(today, "b", 2)
                        .pulse("mastodon", clock.instant())
                        .build()))
                .isTrue();
        assertThat(top(5).lines()).containsExactly(entry(1, "a", 9), new ChartEntry(2, new Song("gone", "Gone!"), 1));
        assertThat(view(ChartQuery.top(yesterday, 5)).votes()).isEqualTo(9);

        assertThat(rebuild.finish(ENDS)).isTrue();

        assertThat(top(5).lines()).containsExactly(new ChartEntry(1, new Song("b", "B!"), 4), entry(2, "a", 3));
        assertThat(top(5).votes()).isEqualTo(7);
        assertThat(view(ChartQuery.top(today, 5)).lines()).containsExactly(new ChartEntry(1, new Song("b", "B!"), 2));
        assertThat(reader.read(ChartQuery.top(yesterday, 5))).isInstanceOf(ChartAnswer.Empty.class);
        assertThat(writer.look(List.of(RANKING)).rebuild()).isEmpty();
        apply(Batches.next(RANKING, 30, 31).andNext(DAILY, 8, 9).votes("gone", 2));
        assertThat(top(5).lines()).contains(entry(3, "gone", 2));
        assertThat(top(5).votes()).isEqualTo(9);
    }

    @Test
    void where_there_is_no_chart_there_is_none_until_the_new_one_is_whole() {
        flush();

        ChartRebuild rebuild = rebuild(writer);
        rebuild.add(pulsed(20).votes("a", 3).build());
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isEqualTo(new ChartAnswer.Rebuilding());
        rebuild.finish(ENDS);

        assertThat(top(5).lines()).containsExactly(entry(1, "a", 3));
    }

    @Test
    void no_batch_is_applied_while_charts_are_to_be_made_anew() {
        apply(pulsed(10).votes("a", 9));
        writer.askForRebuild();

        assertThat(writer.write(Batches.next(RANKING, 10, 11).votes("a", 1).build()))
                .isEqualTo(refusedAt(10));
        ChartRebuild rebuild = rebuild(writer);
        try (ChartWriter other = sameChartsAgain()) {
            assertThat(other.write(Batches.next(RANKING, 10, 11).votes("a", 1).build()))
                    .isEqualTo(refusedAt(10));
            rebuild.finish(Map.of(RANKING, START.at(10), DAILY, START, Batches.PULSE, START));
            assertThat(other.write(Batches.next(RANKING, 10, 11).votes("a", 1).build()))
                    .isEqualTo(new WriteResult.Applied());
        }
    }

    @Test
    void a_request_stays_until_somebody_has_finished_and_is_no_second_one() {
        writer.askForRebuild();
        Instant asked = mark().orElseThrow().at();
        writer.askForRebuild();
        assertThat(mark()).contains(new RebuildMark(Optional.empty(), asked));

        ChartRebuild rebuild = rebuild(writer);
        writer.askForRebuild();
        assertThat(mark().orElseThrow().builder()).isPresent();

        rebuild.abandon();
        assertThat(mark().orElseThrow().builder()).isEmpty();
        assertThat(rebuild(writer).finish(ENDS)).isTrue();
        assertThat(mark()).isEmpty();
    }

    @Test
    void one_builder_at_a_time_and_a_silent_one_is_replaced() {
        try (ChartWriter other = sameChartsAgain()) {
            ChartRebuild first = rebuild(writer);
            assertThat(other.rebuild(Batches.starts())).isEmpty();
            pass(ALMOST);
            assertThat(first.keepAlive()).isTrue();
            pass(ALMOST);
            assertThat(first.add(pulsed(5).votes("first", 1).build())).isTrue();
            pass(ALMOST);
            assertThat(other.rebuild(Batches.starts())).isEmpty();

            pass(ChartWriter.BUILDER_SILENCE.minus(ALMOST));
            ChartRebuild second = rebuild(other);

            assertThat(first.keepAlive()).isFalse();
            assertThat(first.add(Batches.next(RANKING, 5, 6).votes("first", 2).build()))
                    .isFalse();
            assertThat(first.finish(ENDS)).isFalse();
            first.abandon();
            assertThat(second.add(pulsed(20).votes("second", 2).build())).isTrue();
            assertThat(second.finish(ENDS)).isTrue();
            assertThat(first.finish(ENDS)).isFalse();
        }
        assertThat(top(5).lines()).containsExactly(entry(1, "second", 2));
    }

    @Test
    void a_writer_that_begins_again_need_not_wait_for_itself() {
        ChartRebuild lost = rebuild(writer);
        lost.add(pulsed(20).votes("a", 1).build());

        ChartRebuild again = rebuild(writer);

        assertThat(lost.finish(ENDS)).isFalse();
        assertThat(again.add(pulsed(20).votes("b", 1).build())).isTrue();
        assertThat(again.finish(ENDS)).isTrue();
        assertThat(top(5).lines()).containsExactly(entry(1, "b", 1));
    }

    @Test
    void a_cache_that_was_emptied_ends_the_rebuild() {
        ChartRebuild rebuild = rebuild(writer);
        rebuild.add(pulsed(20).votes("a", 1).build());

        flush();

        assertThat(rebuild.keepAlive()).isFalse();
        assertThat(rebuild.add(Batches.next(RANKING, 20, 21).votes("b", 1).build()))
                .isFalse();
        assertThat(rebuild.finish(ENDS)).isFalse();
        assertThat(writer.look(List.of(RANKING)).places()).isEmpty();
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isEqualTo(new ChartAnswer.Rebuilding());
    }

    @Test
    void a_batch_that_does_not_follow_the_one_before_ends_the_rebuild() {
        ChartRebuild rebuild = rebuild(writer);
        rebuild.add(pulsed(20).votes("a", 1).build());

        assertThat(rebuild.add(Batches.next(RANKING, 21, 22).votes("b", 1).build()))
                .isFalse();
    }

    @Test
    void new_positions_may_be_those_of_another_topic_and_are_confirmed_from_the_beginning_of_the_rebuild() {
        apply(pulsed(10).votes("a", 9));
        Instant begun = clock.instant();
        ChartRebuild rebuild = writer.rebuild(Map.of(RANKING, OTHER)).orElseThrow();
        pass(Duration.ofSeconds(3));
        rebuild.finish(Map.of(RANKING, OTHER.at(7)));

        var place = writer.look(List.of(RANKING, DAILY)).places();

        assertThat(place).containsOnlyKeys(RANKING);
        assertThat(place.values()).singleElement().satisfies(there -> {
            assertThat(there.position()).isEqualTo(OTHER.at(7));
            assertThat(there.confirmedAt()).isEqualTo(begun);
        });
    }

    private ChartRebuild rebuild(ChartWriter builder) {
        return builder.rebuild(Batches.starts()).orElseThrow();
    }

    private Optional<RebuildMark> mark() {
        return writer.look(List.of()).rebuild();
    }
}
