package io.crowdchart.cache;

import static io.crowdchart.cache.Batches.DAILY;
import static io.crowdchart.cache.Batches.RANKING;
import static io.crowdchart.cache.Batches.START;
import static io.crowdchart.cache.Batches.ZONE;
import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.Standing;
import io.crowdchart.cache.write.Standing.Place;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every writer and reader of charts does together, wherever the charts are. */
abstract class ChartsContract extends RebuildContract {

    private static final Duration LONG = Duration.ofSeconds(1);

    @Test
    void songs_with_equal_votes_share_a_rank_and_the_next_one_skips() {
        apply(pulsed(10).votes("d", 1).votes("b", 5).votes("c", 5).votes("a", 9));

        assertThat(top(10).lines())
                .containsExactly(entry(1, "a", 9), entry(2, "b", 5), entry(2, "c", 5), entry(4, "d", 1));
    }

    @Test
    void lines_from_the_middle_of_a_tie_keep_their_rank() {
        apply(pulsed(10).votes("a", 9).votes("b", 5).votes("c", 5).votes("d", 5).votes("e", 1));

        ChartView view = view(new ChartQuery(ALL_TIME, 2, 3, List.of()));

        assertThat(view.lines()).containsExactly(entry(2, "c", 5), entry(2, "d", 5), entry(5, "e", 1));
        assertThat(view(new ChartQuery(ALL_TIME, 5, 3, List.of())).lines()).isEmpty();
    }

    @Test
    void places_of_songs_come_with_the_lines_and_a_song_without_votes_has_none() {
        apply(pulsed(10).votes("a", 9).votes("b", 5).votes("c", 5).title("c", "C!"));

        ChartView view = view(new ChartQuery(ALL_TIME, 0, 1, List.of("c", "nobody", "c")));

        assertThat(view.lines()).containsExactly(entry(1, "a", 9));
        assertThat(view.places()).isEqualTo(Map.of("c", new ChartPlace(new ChartEntry(2, new Song("c", "C!"), 5), 2)));
        assertThat(view.songs()).isEqualTo(3);
        assertThat(view.votes()).isEqualTo(19);
    }

    @Test
    void a_place_says_how_many_songs_share_it_wherever_the_lines_are() {
        apply(pulsed(10).votes("a", 9).votes("b", 5).votes("c", 5).votes("d", 5).votes("e", 1));
        ChartQuery query = new ChartQuery(ALL_TIME, 4, 1, List.of("d", "a", "b", "e"));

        assertThat(view(query).places())
                .isEqualTo(Map.of(
                        "a", new ChartPlace(entry(1, "a", 9), 1),
                        "b", new ChartPlace(entry(2, "b", 5), 3),
                        "d", new ChartPlace(entry(2, "d", 5), 3),
                        "e", new ChartPlace(entry(5, "e", 1), 1)));

        apply(Batches.next(RANKING, 10, 20).votes("b", 4).votes("c", 0));
        assertThat(view(query).places().values())
                .extracting(ChartPlace::tied)
                .containsOnly(false)
                .hasSize(4);
    }

    @Test
    void an_earlier_chart_comes_with_the_chart_if_it_is_asked_for() {
        ChartWindow today = ChartWindow.Day.at(clock.instant(), ZONE);
        ChartWindow yesterday = ChartWindow.Day.at(clock.instant().minus(Duration.ofDays(1)), ZONE);
        apply(pulsed(10)
                .votes(today, "a", 9)
                .votes(today, "b", 5)
                .votes(yesterday, "b", 3)
                .votes(yesterday, "c", 3));

        ChartView view = view(ChartQuery.comparison(today, yesterday));

        assertThat(view.lines()).containsExactly(entry(1, "a", 9), entry(2, "b", 5));
        assertThat(view.earlier()).containsExactly(entry(1, "b", 3), entry(1, "c", 3));
        assertThat(view(ChartQuery.top(today, 5)).earlier()).isEmpty();
    }

    @Test
    void new_votes_replace_old_ones_and_none_take_the_song_off() {
        apply(pulsed(10).votes("a", 9).votes("b", 5).votes("c", 2));
        apply(Batches.next(RANKING, 10, 20)
                .votes("a", 3)
                .votes("b", 0)
                .votes("new", 1)
                .votes("never seen", 0));

        ChartView view = top(10);

        assertThat(view.lines()).containsExactly(entry(1, "a", 3), entry(2, "c", 2), entry(3, "new", 1));
        assertThat(view.songs()).isEqualTo(3);
        assertThat(view.votes()).isEqualTo(6);
    }

    @Test
    void a_chart_that_lost_all_songs_is_empty_and_counts_from_nothing_again() {
        apply(pulsed(10).votes("a", 9));
        apply(Batches.next(RANKING, 10, 11).votes("a", 0));
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isInstanceOf(ChartAnswer.Empty.class);

        apply(Batches.next(RANKING, 11, 12).votes("b", 2));

        assertThat(top(5).votes()).isEqualTo(2);
    }

    @Test
    void every_window_has_its_own_chart_and_total() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        ChartWindow hour = ChartWindow.Hour.at(clock.instant(), ZONE);
        apply(pulsed(10).votes("a", 9).votes(day, "a", 4).votes(day, "b", 3).votes(hour, "b", 1));

        assertThat(top(5).votes()).isEqualTo(9);
        assertThat(view(ChartQuery.top(day, 5)).lines()).containsExactly(entry(1, "a", 4), entry(2, "b", 3));
        assertThat(view(ChartQuery.top(day, 5)).votes()).isEqualTo(7);
        assertThat(view(ChartQuery.top(hour, 5)).lines()).containsExactly(entry(1, "b", 1));
        assertThat(view(ChartQuery.top(hour, 5)).window()).isEqualTo(hour);
    }

    @Test
    void a_chart_whose_time_is_over_never_appears() {
        ChartWindow past = ChartWindow.Day.at(clock.instant().minus(Duration.ofDays(30)), ZONE);
        ChartWindow pastHour = ChartWindow.Hour.at(clock.instant().minus(Duration.ofDays(4)), ZONE);
        apply(pulsed(10).votes(past, "a", 4).votes(pastHour, "a", 4).votes("a", 4));

        ChartAnswer answer = reader.read(new ChartQuery(past, 0, 5, List.of("a")));

        assertThat(answer).isInstanceOf(ChartAnswer.Empty.class);
        ChartView view = ((ChartAnswer.Empty) answer).view();
        assertThat(view.lines()).isEmpty();
        assertThat(view.places()).isEmpty();
        assertThat(view.songs()).isZero();
        assertThat(view.votes()).isZero();
        assertThat(reader.read(ChartQuery.top(pastHour, 5))).isInstanceOf(ChartAnswer.Empty.class);
        assertThat(top(5).votes()).isEqualTo(4);
    }

    @Test
    void a_batch_for_a_chart_whose_time_has_come_removes_it() {
        ChartWindow day = ChartWindow.Day.at(clock.instant().minus(Duration.ofDays(5)), ZONE);
        apply(pulsed(10).votes(day, "a", 4));
        assertThat(view(ChartQuery.top(day, 5)).votes()).isEqualTo(4);

        clock.advance(Duration.ofDays(20));
        apply(Batches.next(RANKING, 10, 11).votes(day, "b", 1).pulse("bluesky", clock.instant()));

        assertThat(reader.read(ChartQuery.top(day, 5))).isInstanceOf(ChartAnswer.Empty.class);
    }

    @Test
    void titles_are_shown_and_the_key_where_there_is_none() {
        apply(pulsed(10).votes("hey jude", 2).votes("july", 1).title("hey jude", "Hey Jude"));

        assertThat(top(5).lines())
                .containsExactly(new ChartEntry(1, new Song("hey jude", "Hey Jude"), 2), entry(2, "july", 1));

        apply(Batches.next(RANKING, 10, 11).title("july", "July").title("hey jude", "HEY JUDE"));
        assertThat(top(5).lines()).extracting(line -> line.song().title()).containsExactly("HEY JUDE", "July");
    }

    @Test
    void hostile_names_are_names_like_others() {
        List<String> names = List.of(
                "\"quoted\" 'twice'",
                "💃🏽 dance",
                "a:b:c",
                "{chart}:all",
                "{",
                "\\n\r\n\t",
                "*",
                "$1\r\n",
                "𝔘𝔫𝔦",
                "-inf",
                "(5");
        Batches batch = pulsed(10);
        for (int i = 0; i < names.size(); i++) {
            batch.votes(names.get(i), names.size() - i).title(names.get(i), "title of " + names.get(i));
        }
        apply(batch);

        assertThat(top(100).lines()).extracting(line -> line.song().key()).containsExactlyElementsOf(names);
        assertThat(top(100).lines())
                .extracting(line -> line.song().title())
                .containsExactlyElementsOf(
                        names.stream().map(name -> "title of " + name).toList());
        assertThat(view(new ChartQuery(ALL_TIME, 0, 0, names)).places()).containsOnlyKeys(names);
    }

    @Test
    void ties_are_in_the_order_of_the_bytes_of_the_songs() {
        apply(pulsed(10)
                .votes("b", 1)
                .votes("𝔘", 1)
                .votes("ｆ", 1)
                .votes("é", 1)
                .votes("a", 1)
                .votes("B", 1));

        assertThat(top(10).lines())
                .extracting(line -> line.song().key())
                .containsExactly("B", "a", "b", "é", "ｆ", "𝔘");
    }

    @Test
    void a_replayed_batch_is_refused_and_changes_nothing() {
        apply(pulsed(10).votes("a", 9));
        apply(Batches.next(RANKING, 10, 20).votes("a", 7).title("a", "A"));

        assertThat(writer.write(Batches.next(RANKING, 10, 20)
                        .votes("a", 100)
                        .votes("b", 1)
                        .title("a", "X")
                        .pulse("other", Instant.EPOCH)
                        .build()))
                .isEqualTo(refusedAt(20));

        assertThat(top(5).lines()).containsExactly(new ChartEntry(1, new Song("a", "A"), 7));
        assertThat(top(5).votes()).isEqualTo(7);
        assertThat(offset(RANKING)).isEqualTo(20);
    }

    @Test
    void a_batch_after_a_gap_and_one_of_another_topic_of_this_name_are_refused() {
        apply(pulsed(10).votes("a", 9));

        WriteResult refused = refusedAt(10);
        assertThat(writer.write(Batches.next(RANKING, 11, 12).votes("a", 1).build()))
                .isEqualTo(refused);
        assertThat(writer.write(Batches.first(RANKING, 12).votes("a", 1).build()))
                .isEqualTo(refused);
        assertThat(writer.write(new ChartBatch(
                        Map.of(RANKING, new Advance(new Position("the topic before", 10), 12)),
                        Map.of(ALL_TIME, Map.of("a", 1L)),
                        Map.of(),
                        Map.of())))
                .isEqualTo(refused);
        TopicPart unknown = new TopicPart("unknown", 0);
        assertThat(writer.write(Batches.next(unknown, 0, 6).votes("a", 1).build()))
                .isEqualTo(new WriteResult.Refused(Map.of()));
        assertThat(top(5).votes()).isEqualTo(9);
    }

    @Test
    void one_partition_that_does_not_follow_refuses_the_batch_as_a_whole() {
        apply(pulsed(10).andFirst(DAILY, 5).votes("a", 9));

        WriteResult refused = new WriteResult.Refused(Map.of(RANKING, START.at(10), DAILY, START.at(5)));
        assertThat(writer.write(Batches.next(RANKING, 10, 11)
                        .andNext(DAILY, 4, 6)
                        .votes("a", 1)
                        .build()))
                .isEqualTo(refused);
        assertThat(writer.write(Batches.next(RANKING, 9, 11)
                        .andNext(DAILY, 5, 6)
                        .votes("a", 1)
                        .build()))
                .isEqualTo(refused);

        assertThat(top(5).votes()).isEqualTo(9);
        assertThat(offset(RANKING)).isEqualTo(10);
        assertThat(offset(DAILY)).isEqualTo(5);
    }

    @Test
    void two_writers_of_the_same_partition_cannot_both_win() {
        apply(pulsed(10).votes("a", 9));
        try (ChartWriter zombie = sameChartsAgain()) {
            assertThat(zombie.write(Batches.next(RANKING, 10, 15).votes("a", 10).build()))
                    .isEqualTo(new WriteResult.Applied());
            assertThat(writer.write(Batches.next(RANKING, 10, 12).votes("a", 8).build()))
                    .isEqualTo(refusedAt(15));
        }
        assertThat(top(5).votes()).isEqualTo(10);
    }

    @Test
    void places_are_known_for_the_partitions_of_the_charts() {
        apply(Batches.first(RANKING, 3_000_000_000L));

        Standing standing = writer.look(List.of(RANKING, DAILY, new TopicPart("daily_ranking", 1)));

        assertThat(standing)
                .isEqualTo(new Standing(
                        Map.of(
                                RANKING, new Place(START.at(3_000_000_000L), clock.instant()),
                                DAILY, new Place(START, clock.instant())),
                        Optional.empty()));
        assertThat(writer.look(List.of()).places()).isEmpty();
    }

    @Test
    void only_places_that_are_still_there_are_confirmed() {
        Instant start = clock.instant();
        clock.advance(Duration.ofHours(1));
        apply(Batches.first(RANKING, 10));

        writer.confirm(Map.of(RANKING, START.at(9), DAILY, START, new TopicPart("unknown", 0), START));

        assertThat(writer.look(List.of(RANKING, DAILY)).places())
                .isEqualTo(Map.of(
                        RANKING, new Place(START.at(10), start),
                        DAILY, new Place(START, clock.instant())));
        assertThat(writer.look(List.of(new TopicPart("unknown", 0))).places()).isEmpty();
        writer.confirm(Map.of());
    }

    @Test
    void without_any_state_or_pulse_the_chart_is_being_rebuilt() {
        flush();
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isEqualTo(new ChartAnswer.Rebuilding());
        Batches.begin(writer);
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isEqualTo(new ChartAnswer.Rebuilding());

        apply(Batches.first(RANKING, 10).votes("a", 9));

        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isEqualTo(new ChartAnswer.Rebuilding());
    }

    @Test
    void a_chart_is_fresh_until_its_pulse_is_too_old() {
        apply(pulsed(10).votes("a", 9));

        clock.advance(STALE_AFTER);
        ChartAnswer inTime = reader.read(ChartQuery.top(ALL_TIME, 5));
        clock.advance(Duration.ofMillis(1));
        ChartAnswer late = reader.read(ChartQuery.top(ALL_TIME, 5));

        assertThat(inTime).isInstanceOf(ChartAnswer.Fresh.class);
        assertThat(late).isInstanceOf(ChartAnswer.Stale.class);
        assertThat(((ChartAnswer.Stale) late).view().lines()).containsExactly(entry(1, "a", 9));
        assertThat(((ChartAnswer.Stale) late).age()).isEqualTo(STALE_AFTER.plusMillis(1));
    }

    @Test
    void a_stale_chart_without_songs_is_stale_rather_than_empty() {
        apply(Batches.first(RANKING, 10).pulse("bluesky", clock.instant().minusSeconds(60)));

        assertThat(reader.read(ChartQuery.top(ALL_TIME, 5))).isInstanceOf(ChartAnswer.Stale.class);
    }

    @Test
    void a_chart_of_which_nothing_is_known_is_empty() {
        apply(pulsed(10).votes("a", 9));

        ChartWindow tomorrow = ChartWindow.Day.at(clock.instant().plus(Duration.ofDays(1)), ZoneOffset.UTC);

        assertThat(reader.read(ChartQuery.top(tomorrow, 5))).isInstanceOf(ChartAnswer.Empty.class);
    }

    @Test
    void the_oldest_pulse_counts_and_gives_the_zone() {
        Instant older = clock.instant().minusSeconds(5).truncatedTo(ChronoUnit.MICROS);
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        apply(pulsed(10).votes("a", 9).pulse("mastodon: {de}", older, tokyo));

        ChartAnswer.Fresh fresh = (ChartAnswer.Fresh) reader.read(ChartQuery.top(ALL_TIME, 5));

        assertThat(fresh.view().seenAt()).isEqualTo(older);
        assertThat(fresh.view().zone()).isEqualTo(tokyo);
        assertThat(fresh.age()).isEqualTo(Duration.between(older, clock.instant()));

        apply(Batches.next(RANKING, 10, 11)
                .pulse("mastodon: {de}", clock.instant().plusSeconds(9), tokyo));
        assertThat(top(5).zone()).isEqualTo(ZONE);
    }

    @Test
    void a_pulse_from_the_future_has_no_age() {
        apply(Batches.first(RANKING, 10)
                .votes("a", 1)
                .pulse("bluesky", clock.instant().plusSeconds(9)));

        ChartAnswer.Fresh fresh = (ChartAnswer.Fresh) reader.read(ChartQuery.top(ALL_TIME, 5));

        assertThat(fresh.age()).isZero();
    }

    @Test
    void the_first_songs_of_a_chart_are_named_in_its_order_with_titles_and_votes() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), ZONE);
        apply(pulsed(10)
                .votes("b", 5)
                .votes("c", 5)
                .votes("a", 9)
                .votes(day, "d", 1)
                .title("c", "C!"));

        assertThat(songs(ALL_TIME, 10))
                .containsExactly(
                        new SongVotes(new Song("a", "a"), 9), songVotes("b", 5), new SongVotes(new Song("c", "C!"), 5));
        assertThat(songs(ALL_TIME, 2)).containsExactly(songVotes("a", 9), songVotes("b", 5));
        assertThat(songs(day, 5_000)).containsExactly(songVotes("d", 1));
    }

    @Test
    void songs_are_named_from_a_stale_chart_too_and_none_from_an_empty_one() {
        apply(pulsed(10).votes("a", 9));
        clock.advance(STALE_AFTER.multipliedBy(2));

        assertThat(songs(ALL_TIME, 10)).containsExactly(songVotes("a", 9));

        apply(Batches.next(RANKING, 10, 11).votes("a", 0));
        assertThat(songs(ALL_TIME, 10)).isEmpty();
        assertThat(songs(ChartWindow.Day.at(clock.instant(), ZONE), 10)).isEmpty();
    }

    @Test
    void no_song_is_named_without_any_state_or_pulse() {
        assertThat(reader.songs(new SongsQuery(ALL_TIME, 10), LONG)).isEqualTo(new ChartSongs.Rebuilding());

        apply(Batches.first(RANKING, 10).votes("a", 9));

        assertThat(reader.songs(new SongsQuery(ALL_TIME, 10), LONG)).isEqualTo(new ChartSongs.Rebuilding());
    }

    @Test
    void thousands_of_songs_are_named_in_one_call() {
        Batches batch = pulsed(10);
        for (int i = 1; i <= 6_000; i++) {
            batch.votes("song " + i, i);
            if (i % 3 != 0) {
                batch.title("song " + i, "Song " + i);
            }
        }
        apply(batch);

        List<SongVotes> songs = songs(ALL_TIME, SongsQuery.MAX_COUNT);

        assertThat(songs).hasSize(5_000);
        for (int i = 0; i < songs.size(); i++) {
            int number = 6_000 - i;
            String title = (number % 3 == 0 ? "song " : "Song ") + number;
            assertThat(songs.get(i)).isEqualTo(new SongVotes(new Song("song " + number, title), number));
        }
    }

    @Test
    void a_hundred_thousand_songs_go_into_one_batch_and_leave_in_another() {
        int songs = 100_000;
        Batches all = pulsed(10);
        Batches none = Batches.next(RANKING, 10, 20);
        for (int i = 1; i <= songs; i++) {
            all.votes("song " + i, i).title("song " + i, "Song " + i);
            none.votes("song " + i, i % 2);
        }
        apply(all);

        ChartView view = view(new ChartQuery(ALL_TIME, 0, 100, List.of("song 1", "song 50000")));
        assertThat(view.songs()).isEqualTo(songs);
        assertThat(view.votes()).isEqualTo(songs * (songs + 1L) / 2);
        assertThat(view.lines().get(99)).isEqualTo(new ChartEntry(100, new Song("song 99901", "Song 99901"), 99_901));
        assertThat(view.places().values())
                .extracting(place -> place.line().rank())
                .containsExactlyInAnyOrder(100_000L, 50_001L);

        apply(none);
        assertThat(top(1).songs()).isEqualTo(songs / 2);
        assertThat(top(1).votes()).isEqualTo(songs / 2);
    }

    private List<SongVotes> songs(ChartWindow window, int count) {
        ChartSongs songs = reader.songs(new SongsQuery(window, count), LONG);
        assertThat(songs).isInstanceOf(ChartSongs.Known.class);
        return ((ChartSongs.Known) songs).songs();
    }

    private static SongVotes songVotes(String song, long votes) {
        return new SongVotes(new Song(song, song), votes);
    }
}
