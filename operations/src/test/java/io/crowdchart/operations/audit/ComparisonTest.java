package io.crowdchart.operations.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.inspect.ChartState;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.CacheComparison.CacheContent;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.count.Recount;
import io.crowdchart.operations.ranking.RankingRows;
import io.crowdchart.operations.ranking.RowBytes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the votes said lately is right, and what does not is told. */
class ComparisonTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private final Recount recount = new Recount();

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, true", "5, false"})
    void a_song_whose_votes_move_may_have_any_number_that_they_had(long found, boolean right) {
        julyGoesFrom2To4();
        RankingRows rows = new RankingRows();
        rows.add(Topic.SONG_RANKING, RowBytes.key(Line.allTime("july")), RowBytes.votes(found));

        assertThat(RankingComparison.differences(rows, recount).isEmpty())
                .isEqualTo(right);
        assertThat(CacheComparison.differences(cache((double) found, found), recount, new RankingRows(), NOW)
                        .isEmpty())
                .isEqualTo(right);
    }

    @Test
    void a_total_is_compared_apart_from_its_songs() {
        julyGoesFrom2To4();
        assertThat(CacheComparison.differences(cache(3, 5), recount, new RankingRows(), NOW))
                .extracting(Difference::toString)
                .containsExactly("Redis total of all: found 5, expected 2 to 4 votes");
    }

    @Test
    void a_song_that_just_came_may_be_missing_and_one_that_just_went_may_be_there() {
        vote("old", "june");
        recount.remember(1, 0);
        vote("old", "july");
        RankingRows rows = new RankingRows();
        assertThat(RankingComparison.differences(rows, recount)).isEmpty();
        rows.add(Topic.SONG_RANKING, RowBytes.key(Line.allTime("june")), RowBytes.votes(1));
        assertThat(RankingComparison.differences(rows, recount)).isEmpty();
        // Later, when nothing moves any more.
        recount.remember(3, 2);
        assertThat(RankingComparison.differences(rows, recount))
                .extracting(Difference::toString)
                .containsExactlyInAnyOrder(
                        "song_ranking 'june': found 1 votes, expected no row",
                        "song_ranking 'july': found no row, expected 1 vote");
    }

    @Test
    void what_the_sink_refuses_is_not_expected_in_the_cache() {
        recount.add(0, "p".getBytes(UTF_8), "{\"VOTER\":\"a\",\"SONG\":\" \",\"DAY\":\"banana\"}".getBytes(UTF_8));
        CacheContent empty = new CacheContent(Map.of(), state(Map.of()), Map.of(), Set.of());
        assertThat(CacheComparison.differences(empty, recount, new RankingRows(), NOW)).isEmpty();
        assertThat(RankingComparison.differences(new RankingRows(), recount))
                .hasSize(2);
    }

    @Test
    void the_total_of_a_chart_that_is_over_may_stay_for_a_while() {
        ChartWindow over = ChartWindow.named("2026-11-01");
        CacheContent content = new CacheContent(Map.of(), state(Map.of(over, "5")), Map.of(), Set.of());
        assertThat(CacheComparison.differences(content, recount, new RankingRows(), NOW)).isEmpty();
    }

    private void julyGoesFrom2To4() {
        List.of("a", "b").forEach(voter -> vote(voter, "july"));
        recount.remember(1, 0);
        List.of("c", "d").forEach(voter -> vote(voter, "july"));
    }

    private void vote(String voter, String song) {
        String value = "{\"VOTER\":\"" + voter + "\",\"SONG\":\"" + song + "\"}";
        recount.add(0, voter.getBytes(UTF_8), value.getBytes(UTF_8));
    }

    private static CacheContent cache(double votes, long total) {
        return new CacheContent(
                Map.of(ChartWindow.ALL_TIME, new CacheContent.Chart(Map.of("july", votes), Optional.empty())),
                state(Map.of(ChartWindow.ALL_TIME, Long.toString(total))),
                Map.of(),
                Set.of());
    }

    private static ChartState state(Map<ChartWindow, String> totals) {
        return new ChartState(totals, Map.of(), Map.of(), Optional.empty(), Map.of());
    }
}
