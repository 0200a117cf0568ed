package io.crowdchart.model.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.model.song.SongKey;
import io.crowdchart.model.song.SongTitle;
import org.junit.jupiter.api.Test;

class TopicTest {

    @Test
    void a_topic_is_found_by_its_name() {
        assertThat(Topic.named("song_ranking")).isEqualTo(Topic.SONG_RANKING);
        assertThatThrownBy(() -> Topic.named("songs")).hasMessage("no topic of the pipeline is named 'songs'");
    }

    @Test
    void a_dead_letter_waits_for_ninety_days() {
        assertThat(Topic.CHART_DEAD_LETTERS.configs()).containsEntry("retention.ms", "7776000000");
        assertThat(Topic.KSQL_DEAD_LETTERS.configs()).containsEntry("retention.ms", "7776000000");
        assertThat(Topic.VOTES.configs()).doesNotContainKey("retention.ms");
    }

    @Test
    void the_longest_song_passes_the_limits_of_the_statements() {
        assertThat(2 * SongKey.MAX_CODE_POINTS).isLessThanOrEqualTo(Column.MAX_SONG);
        assertThat(2 * SongTitle.MAX_CODE_POINTS).isLessThanOrEqualTo(Column.MAX_TITLE);
    }
}
