package io.crowdchart.cache.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.model.chart.ChartWindow;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChartBatchTest {

    private static final Map<TopicPart, Advance> STEP =
            Map.of(new TopicPart("song_ranking", 0), new Advance(new Position("id", 0), 1));

    @Test
    void a_batch_keeps_its_votes_whatever_becomes_of_the_map() {
        Map<String, Long> songs = new HashMap<>(Map.of("july", 3L));
        ChartBatch batch = batch(songs);

        songs.put("july", 4L);

        assertThat(batch.votes()).isEqualTo(Map.of(ChartWindow.ALL_TIME, Map.of("july", 3L)));
    }

    @Test
    void votes_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> batch(Map.of("july", -1L))).hasMessageContaining("'july' has -1");
        assertThatThrownBy(() -> batch(Map.of("july", ChartBatch.MAX_VOTES + 1)))
                .hasMessageContaining("0 to 9007199254740992");
    }

    @Test
    void a_batch_without_a_step_or_with_one_backwards_is_refused() {
        assertThatThrownBy(() -> new ChartBatch(Map.of(), Map.of(), Map.of(), Map.of()))
                .hasMessageContaining("needs the positions");
        assertThatThrownBy(() -> new Advance(new Position("id", 5), 5)).hasMessageContaining("leads forward");
    }

    @Test
    void a_batch_that_is_too_big_for_one_call_is_refused() {
        Map<String, Long> songs = new HashMap<>();
        for (int i = 0; i <= ChartBatch.MAX_CHANGES; i++) {
            songs.put("song " + i, 1L);
        }

        assertThatThrownBy(() -> batch(songs)).hasMessage("a batch has at most 500000 changes, was 500001");
    }

    private static ChartBatch batch(Map<String, Long> songs) {
        return new ChartBatch(STEP, Map.of(ChartWindow.ALL_TIME, songs), Map.of(), Map.of());
    }
}
