package io.crowdchart.lambda.song;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LiveSongsTest {

    private static final Duration WITHIN = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(1);

    private final Charts charts = new Charts();
    private final LiveSongs songs = new LiveSongs(charts, charts, WITHIN);

    @Test
    void songs_are_read_when_a_question_comes_and_not_again_before_they_are_old() {
        charts.answer = known("July");
        assertThat(charts.asked).isZero();

        assertThat(heard("july")).isEqualTo(certain("July"));
        charts.answer = known("Culo");
        charts.now = charts.now.plus(LiveSongs.GOOD_FOR).minusMillis(1);
        assertThat(heard("july")).isEqualTo(certain("July"));
        assertThat(charts.asked).isEqualTo(1);

        charts.now = charts.now.plusMillis(1);
        assertThat(heard("culo")).isEqualTo(certain("Culo"));
        assertThat(heard("july")).contains(new Resolution.Unknown(Optional.empty()));
        assertThat(charts.asked).isEqualTo(2);
    }

    @Test
    void all_songs_that_may_be_named_are_read_within_the_time_that_there_is() {
        heard("july");

        assertThat(charts.last).isEqualTo(new SongsQuery(ChartWindow.ALL_TIME, SongsQuery.MAX_COUNT));
        assertThat(charts.within).isEqualTo(WITHIN);
    }

    @Test
    void whoever_has_less_time_left_waits_no_longer_and_with_hardly_any_nobody_is_asked() {
        charts.answer = known("July");
        Duration left = LiveSongs.LEAST.minusNanos(1);
        assertThat(songs.known(left)).isEmpty();
        assertThat(songs.resolve("july", Locale.US, left)).isEmpty();
        assertThat(charts.asked).isZero();

        assertThat(songs.known(LiveSongs.LEAST)).hasSize(1);
        assertThat(charts.within).isEqualTo(LiveSongs.LEAST);
    }

    @Test
    void the_songs_that_are_known_serve_on_while_the_cache_is_away_and_it_is_not_asked_all_the_time() {
        charts.answer = known("July");
        heard("july");
        charts.answer = new ChartSongs.Unavailable();
        charts.now = charts.now.plusSeconds(3_600);

        assertThat(heard("july")).isEqualTo(certain("July"));
        assertThat(heard("july")).isEqualTo(certain("July"));
        assertThat(charts.asked).isEqualTo(2);
    }

    @Test
    void nothing_is_told_of_a_song_while_no_songs_are_known() {
        charts.answer = new ChartSongs.Unavailable();
        assertThat(heard("july")).isEmpty();

        charts.answer = known();
        charts.now = charts.now.plus(LiveSongs.GOOD_FOR);
        assertThat(heard("july")).contains(new Resolution.Unknown(Optional.empty()));
    }

    @Test
    void songs_are_forgotten_when_the_chart_is_made_anew() {
        charts.answer = known("July");
        heard("july");
        charts.answer = new ChartSongs.Rebuilding();
        charts.now = charts.now.plus(LiveSongs.GOOD_FOR);

        assertThat(heard("july")).isEmpty();
    }

    @Test
    void a_clock_that_was_set_back_does_not_keep_old_songs() {
        charts.answer = known("July");
        heard("july");
        charts.answer = known("Culo");
        charts.now = charts.now.minusSeconds(3_600);

        assertThat(heard("culo")).isEqualTo(certain("Culo"));
    }

    @Test
    void what_is_known_of_now_is_told_at_once_and_nobody_is_asked() {
        charts.answer = known("July");
        assertThat(songs.resolveAtOnce("july", Locale.US)).isEmpty();
        assertThat(songs.place("july")).isEmpty();
        assertThat(songs.knownAtOnce()).isEmpty();
        assertThat(charts.asked).isZero();

        assertThat(songs.known(LONG)).hasSize(1);
        assertThat(songs.resolveAtOnce("jully", Locale.US)).containsInstanceOf(Resolution.Question.class);
        assertThat(songs.knownAtOnce()).hasSize(1);
        charts.now = charts.now.plus(LiveSongs.GOOD_FOR);
        assertThat(songs.resolveAtOnce("july", Locale.US)).isEmpty();
        assertThat(songs.place("july")).isEmpty();
        assertThat(songs.knownAtOnce()).isEmpty();
        assertThat(charts.asked).isEqualTo(1);
    }

    @Test
    void old_songs_that_serve_on_have_no_place_of_now() {
        charts.answer = known("July");
        heard("july");
        charts.answer = new ChartSongs.Unavailable();
        charts.now = charts.now.plus(LiveSongs.GOOD_FOR);

        assertThat(heard("july")).isEqualTo(certain("July"));
        assertThat(songs.place("july")).isEmpty();
        assertThat(songs.known(LONG)).hasSize(1);
    }

    @Test
    void a_place_is_shared_by_all_songs_with_as_many_votes() {
        charts.answer = new ChartSongs.Known(List.of(
                votes("July", 9), votes("Culo", 4), votes("Hello", 4), votes("Imagine", 4), votes("Yellow", 1)));
        songs.known(LONG);

        assertThat(songs.place("july")).contains(place(1, "July", 9, 1));
        assertThat(songs.place("culo")).contains(place(2, "Culo", 4, 3));
        assertThat(songs.place("imagine")).contains(place(2, "Imagine", 4, 3));
        assertThat(songs.place("yellow")).contains(place(5, "Yellow", 1, 1));
        assertThat(songs.place("stay")).isEmpty();
    }

    private static SongVotes votes(String title, long votes) {
        return new SongVotes(Song.named(title).orElseThrow(), votes);
    }

    private static ChartPlace place(long rank, String title, long votes, long sharedBy) {
        return new ChartPlace(new ChartEntry(rank, Song.named(title).orElseThrow(), votes), sharedBy);
    }

    private Optional<Resolution> heard(String text) {
        return songs.resolve(text, Locale.US, LONG);
    }

    private static Optional<Resolution> certain(String title) {
        return Optional.of(new Resolution.Certain(Song.named(title).orElseThrow()));
    }

    private static ChartSongs known(String... titles) {
        return new ChartSongs.Known(Stream.of(titles)
                .map(title -> new SongVotes(Song.named(title).orElseThrow(), 1))
                .toList());
    }

    /** Charts of which nothing but songs is asked, and their time. */
    private static final class Charts extends Clock implements ChartReader {

        private ChartSongs answer = new ChartSongs.Known(List.of());
        private Instant now = Instant.parse("2026-11-23T06:00:00Z");
        private SongsQuery last = new SongsQuery(ChartWindow.ALL_TIME, 1);
        private Duration within = Duration.ZERO;
        private int asked;

        @Override
        public ChartSongs songs(SongsQuery query, Duration within) {
            asked++;
            last = query;
            this.within = within;
            return answer;
        }

        @Override
        public ChartAnswer read(ChartQuery query) {
            throw new IllegalStateException("nobody asks for " + query);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public void close() {}
    }
}
