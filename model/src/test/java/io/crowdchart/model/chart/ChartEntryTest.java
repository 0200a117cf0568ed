package io.crowdchart.model.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChartEntryTest {

    @Test
    void songs_with_equally_many_votes_share_a_rank_and_the_next_one_is_skipped() {
        assertThat(ranked("c=2", "a=5", "d=1", "b=2", "e=1")).containsExactly("1 a", "2 b", "2 c", "4 d", "4 e");
    }

    @Test
    void all_songs_may_be_number_one() {
        assertThat(ranked("b=1", "a=1")).containsExactly("1 a", "1 b");
        assertThat(ranked()).isEmpty();
    }

    @Test
    void a_line_without_a_vote_is_refused() {
        assertThatThrownBy(() -> new SongVotes(new Song("a", "A"), 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a charted song has at least 1 vote, 'a' has 0");
        assertThatThrownBy(() -> new ChartEntry(0, new Song("a", "A"), 1)).hasMessage("rank starts at 1, was 0");
    }

    private static List<String> ranked(String... songs) {
        List<SongVotes> votes = Stream.of(songs)
                .map(song -> song.split("="))
                .map(parts -> new SongVotes(new Song(parts[0], parts[0]), Long.parseLong(parts[1])))
                .toList();
        return ChartEntry.ranked(votes).stream()
                .map(line -> line.rank() + " " + line.song().key())
                .toList();
    }
}
