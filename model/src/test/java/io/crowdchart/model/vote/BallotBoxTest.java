package io.crowdchart.model.vote;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.song.Song;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BallotBoxTest {

    private static final ChartWindow.Day TODAY = ChartWindow.Day.named("2026-11-23");

    private final BallotBox box = new BallotBox();

    @Test
    void two_posts_of_one_voter_for_one_song_are_one_ballot() {
        box.cast("p1", vote("A", "Hey Jude", "2026-11-23T10:00:00Z"));
        box.cast("p2", vote("A", "HEY JUDE", "2026-11-23T11:00:00Z"));
        box.cast("p3", vote("B", "hey jude", "2026-11-24T10:00:00Z"));

        assertThat(counted(ChartWindow.ALL_TIME)).isEqualTo("hey jude=2");
        assertThat(counted(TODAY)).isEqualTo("hey jude=1");
        assertThat(box.posts()).isEqualTo(3);
    }

    @Test
    void a_retraction_counts_only_when_the_voters_last_post_for_the_song_goes() {
        box.cast("p1", vote("A", "Hey Jude", "2026-11-23T10:00:00Z"));
        box.cast("p2", vote("A", "Hey Jude", "2026-11-23T10:00:00Z"));
        box.retract("p1");
        box.retract("unknown");
        assertThat(counted(TODAY)).isEqualTo("hey jude=1");
        box.retract("p2");
        assertThat(counted(TODAY)).isEmpty();
    }

    @Test
    void an_edit_moves_the_vote() {
        box.cast("p1", vote("A", "Imagine", "2026-11-23T10:00:00Z"));
        box.cast("p1", vote("A", "Hey Jude", "2026-11-24T10:00:00Z"));
        assertThat(counted(ChartWindow.ALL_TIME)).isEqualTo("hey jude=1");
        assertThat(counted(TODAY)).isEmpty();
    }

    @Test
    void songs_with_equally_many_votes_stand_in_the_order_of_their_bytes() {
        box.cast("p1", vote("A", "Zebra", "2026-11-23T10:00:00Z"));
        box.cast("p2", vote("A", "千本桜", "2026-11-23T10:00:00Z"));
        box.cast("p3", vote("A", "🎸🎸", "2026-11-23T10:00:00Z"));
        box.cast("p4", vote("A", "ﷺ", "2026-11-23T10:00:00Z"));
        box.cast("p5", vote("B", "Zebra", "2026-11-23T10:00:00Z"));
        box.cast("p6", vote("A", "Alpha", "2026-11-23T10:00:00Z"));
        assertThat(counted(TODAY)).startsWith("zebra=2, alpha=1").endsWith("千本桜=1, 🎸🎸=1");
    }

    private String counted(ChartWindow window) {
        return String.join(
                ", ",
                box.count(window).stream()
                        .map(line -> line.song().key() + "=" + line.votes())
                        .toList());
    }

    private static Vote vote(String voter, String title, String seenAt) {
        return Vote.cast(voter, Song.named(title).orElseThrow(), Instant.parse(seenAt), ZoneOffset.UTC);
    }
}
