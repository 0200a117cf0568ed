package io.crowdchart.lambda.song;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongIndexTest {

    private static final SongIndex INDEX = of(
            "Believer",
            "Close",
            "One More Time",
            "One",
            "99 Problems",
            "Song 2",
            "The Climb",
            "Stand",
            "Down",
            "Shape Of You",
            "Single Ladies (Put A Ring On It)",
            "A Sky Full Of Stars",
            "H.O.L.Y.",
            "Despacito",
            "Bohemian Rhapsody",
            "マリーゴールド",
            "Мурка",
            "Ran$om",
            "You Make Me Wanna...");

    @ParameterizedTest
    @CsvSource({
        "believer, Believer",
        "BELIEVER!, Believer",
        "one, One",
        "one more time, One More Time",
        "ninety nine problems, 99 Problems",
        "ninety nine problems by jay z, 99 Problems",
        "song two, Song 2",
        "song to, Song 2",
        "shape of you by ed sheeran, Shape Of You",
        "shapeofyou, Shape Of You",
        "sky full of stars, A Sky Full Of Stars",
        "h o l y, H.O.L.Y.",
        "bohemian rapsody, Bohemian Rhapsody",
        "you make me want to, You Make Me Wanna...",
        "ransom, Ran$om",
        "マリーゴールド, マリーゴールド",
        "мурка, Мурка"
    })
    void a_song_is_certain_in_another_spelling_of_the_same_words(String heard, String title) {
        assertThat(INDEX.resolve(heard, Locale.US)).isEqualTo(new Resolution.Certain(song(title)));
    }

    @ParameterizedTest
    @CsvSource({
        "believe, Believer",
        "believe her, Believer",
        "closer, Close",
        "climb, The Climb",
        "the one, One",
        "stand by me, Stand",
        "down by the river, Down",
        "down by down, Down",
        "holy, H.O.L.Y.",
        "single ladies, Single Ladies (Put A Ring On It)",
        "put a ring on it, Single Ladies (Put A Ring On It)",
        "despacito de luis fonsi, Despacito",
        "this pacito, Despacito",
        "bohemian, Bohemian Rhapsody",
        "the song despacito, Despacito"
    })
    void what_may_be_another_song_is_asked_for(String heard, String title) {
        Resolution resolution = INDEX.resolve(heard, Locale.forLanguageTag("es-ES"));

        assertThat(resolution).isInstanceOf(Resolution.Question.class);
        assertThat(((Resolution.Question) resolution).probable()).isEqualTo(song(title));
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, neunundneunzig problems",
        "es-ES, noventa y nueve problems",
        "fr-FR, quatre vingt dix neuf problems",
        "it-IT, novantanove problems",
        "pt-BR, noventa e nove problems",
        "ja-JP, 99 problems"
    })
    void numbers_are_understood_in_the_words_of_each_language(String locale, String heard) {
        assertThat(INDEX.resolve(heard, Locale.forLanguageTag(locale)))
                .isEqualTo(new Resolution.Certain(song("99 Problems")));
    }

    @Test
    void of_two_songs_that_sound_the_same_the_one_that_was_heard_to_the_letter_is_certain() {
        SongIndex both = of("Fallin'", "Falling", "Luv", "Love");

        assertThat(both.resolve("falling", Locale.US)).isEqualTo(new Resolution.Certain(song("Falling")));
        assertThat(both.resolve("fallin", Locale.US)).isEqualTo(new Resolution.Certain(song("Fallin'")));
    }

    @Test
    void two_songs_that_are_close_are_offered_both_the_one_with_more_votes_first() {
        SongIndex both = of("Caroline", "Carolina");

        assertThat(both.resolve("carolin", Locale.US))
                .isEqualTo(new Resolution.Question(song("Caroline"), Optional.of(song("Carolina"))));
        assertThat(of("For The Night", "Forthenight").resolve("four the night", Locale.US))
                .isEqualTo(new Resolution.Question(song("For The Night"), Optional.of(song("Forthenight"))));
    }

    @Test
    void a_rare_spelling_of_a_song_with_many_votes_is_not_offered_beside_it() {
        SongIndex both =
                SongIndex.of(List.of(new SongVotes(song("For The Night"), 100), new SongVotes(song("Forthenight"), 3)));

        assertThat(both.resolve("four the night", Locale.US))
                .isEqualTo(new Resolution.Question(song("For The Night"), Optional.empty()));
    }

    @Test
    void what_is_far_from_every_song_is_unknown_with_the_nearest_one_if_there_is_any() {
        assertThat(INDEX.resolve("purple elephants waltzing", Locale.US))
                .isEqualTo(new Resolution.Unknown(Optional.empty()));
        assertThat(INDEX.resolve("shave off yews", Locale.US)).isNotInstanceOf(Resolution.Certain.class);
        assertThat(INDEX.resolve("", Locale.US)).isEqualTo(new Resolution.Unknown(Optional.empty()));
        assertThat(INDEX.resolve(" \u200b \n", Locale.US)).isEqualTo(new Resolution.Unknown(Optional.empty()));
        assertThat(INDEX.resolve("the", Locale.US)).isInstanceOf(Resolution.Unknown.class);
        assertThat(of().resolve("july", Locale.US)).isEqualTo(new Resolution.Unknown(Optional.empty()));
    }

    @Test
    void hostile_texts_and_titles_are_texts_like_others() {
        SongIndex hostile = of(
                "!!!",
                "\"quoted\" (twice",
                "((((",
                "by by by",
                "/ / /",
                "💃🏽",
                "$$$",
                "0000000000000000000000",
                "a".repeat(100));

        for (String heard :
                List.of("!!!", "((((", "by by by", "💃🏽", "$$$", "0000000000000000000000", "a".repeat(5_000))) {
            assertThat(hostile.resolve(heard, Locale.ROOT)).as(heard).isInstanceOf(Resolution.Certain.class);
        }
        for (String heard :
                List.of("by", "by by", "de de de", "\0", "(", "a ".repeat(3_000), "one hundred thousand million")) {
            assertThat(hostile.resolve(heard, Locale.FRANCE)).as(heard).isNotNull();
        }
    }

    @Test
    void the_keys_to_look_for_without_an_index_are_those_that_need_no_question() {
        assertThat(Heard.keys("Shape of You by Ed Sheeran", Locale.US))
                .containsExactly("shape of you by ed sheeran", "shape of you");
        assertThat(Heard.keys("stand by me", Locale.US)).containsExactly("stand by me");
        assertThat(Heard.keys("step by step by new kids", Locale.US))
                .containsExactly("step by step by new kids", "step by step");
        assertThat(Heard.keys("neunundneunzig Luftballons von Nena", Locale.GERMANY))
                .containsExactly(
                        "neunundneunzig luftballons von nena", "99 luftballons von nena", "neunundneunzig luftballons");
        assertThat(Heard.keys("despacito de luis fonsi", Locale.forLanguageTag("es-ES")))
                .containsExactly("despacito de luis fonsi");
        assertThat(Heard.keys("  ", Locale.US)).isEmpty();
    }

    private static SongIndex of(String... titles) {
        List<SongVotes> songs = new ArrayList<>();
        for (String title : titles) {
            songs.add(new SongVotes(song(title), 100 - songs.size()));
        }
        return SongIndex.of(songs);
    }

    private static Song song(String title) {
        return Song.named(title).orElseThrow();
    }
}
