package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.aLaunch;
import static io.crowdchart.lambda.Envelope.aRequest;
import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.lambda.Alexa.Answer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a question means after the ones before it. */
class ConversationTest {

    private static final String NEXT = " What else would you like to know?";

    private final SomeChart chart = SomeChart.of(IntStream.rangeClosed(1, 13)
            .mapToObj(rank -> "Song %02d=%d".formatted(rank, 100 - rank))
            .collect(Collectors.joining(", ")));
    private final Talk talk = new Talk(chart);

    private static Envelope top(int count) {
        return anIntent("TopSongsIntent").slot("count", String.valueOf(count)).inRunningSession();
    }

    private static Envelope more() {
        return anIntent("AMAZON.NextIntent");
    }

    private static Envelope previous() {
        return anIntent("AMAZON.PreviousIntent");
    }

    private static Envelope repeat() {
        return anIntent("AMAZON.RepeatIntent");
    }

    private static Envelope yes() {
        return anIntent("AMAZON.YesIntent");
    }

    private static Envelope fallback() {
        return anIntent("AMAZON.FallbackIntent");
    }

    private static Envelope votesOfIt() {
        return anIntent("SameSongVotesIntent");
    }

    private static Envelope second() {
        return anIntent("RankPositionIntent").slot("position", "2");
    }

    private static Envelope whiskyCurl() {
        return anIntent("SongRankIntent").slot("song", "whisky curl").inRunningSession();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 9})
    void more_goes_on_behind_the_last_song_that_was_read(int asked) {
        int read = Math.min(asked, 5);
        for (Envelope next : List.of(more(), anIntent("AMAZON.MoreIntent"), yes())) {
            talk.ask(top(asked));

            assertThat(talk.ask(next))
                    .startsWith("Here are songs ")
                    .contains("is Song %02d".formatted(read + 1), "is Song %02d".formatted(read + 5))
                    .doesNotContain("Song %02d".formatted(read), "Song %02d".formatted(read + 6));
        }
    }

    @Test
    void pages_are_five_long_whatever_was_asked_for_first() {
        talk.ask(top(3));

        assertThat(talk.ask(more())).startsWith("Here are songs four to eight. Number four is Song 04");
        assertThat(talk.ask(more()))
                .startsWith("Here are songs nine to 13. Number nine is Song 09")
                .endsWith(NEXT);
        assertThat(talk.ask(previous()))
                .startsWith("Here are songs four to eight.")
                .endsWith("Shall I go on?");
        assertThat(talk.ask(previous())).startsWith("Here are the top five. Number one is Song 01");
        assertThat(talk.ask(previous())).startsWith("Here are the top five. Number one is Song 01");
        assertThat(talk.ask(more())).startsWith("Here are songs six to ten.");
    }

    @Test
    void what_is_said_of_a_part_of_the_chart_is_right_when_it_is_repeated_too() {
        talk.ask(top(5));
        String part = talk.ask(more());

        assertThat(part).startsWith("Here are songs six to ten.");
        assertThat(talk.ask(repeat())).isEqualTo(part);
        assertThat(talk.ask(more())).startsWith("Here are songs eleven to 13.");
    }

    @Test
    void behind_the_end_there_is_nothing_and_previous_leads_back_into_the_chart() {
        talk.ask(top(5));
        talk.ask(more());
        talk.ask(more());
        for (int again = 0; again < 3; again++) {
            assertThat(talk.ask(more())).isEqualTo("That was the whole chart." + NEXT);
        }

        assertThat(talk.ask(previous())).startsWith("Here are songs six to ten.");
    }

    @Test
    void one_song_that_is_left_is_the_last() {
        Talk six = new Talk(SomeChart.of("A=6, B=5, C=4, D=3, E=2, F=1"));
        six.ask(top(5));

        assertThat(six.ask(more())).isEqualTo("Here is the last song. Number six is F, with 1 vote." + NEXT);
    }

    @ParameterizedTest
    @CsvSource({"pageCount, 0", "pageCount, 6", "pageCount, x", "pageFrom, x", "pageFrom, -1"})
    void a_page_that_was_tampered_with_is_forgotten(String attribute, String value) {
        talk.ask(top(5));
        ObjectNode kept = talk.attributes().deepCopy();
        kept.put(attribute, value);

        assertThat(new Talk(chart).ask(more().inRunningSession().withAttributes(kept)))
                .startsWith("Here are the top five.");
    }

    @Test
    void a_page_at_the_end_of_all_numbers_is_behind_the_end() {
        talk.ask(top(5));
        ObjectNode kept = talk.attributes().deepCopy();
        kept.put("pageFrom", "99999999999");

        assertThat(new Talk(chart).ask(more().inRunningSession().withAttributes(kept)))
                .startsWith("That was the whole chart.");
    }

    @Test
    void songs_that_share_a_rank_over_the_edge_of_a_page_are_tied_on_either_side() {
        SomeChart tied = SomeChart.of("A=9, B=8, C=7, D=6, E=5, F=5, G=4");
        Talk pages = new Talk(tied);

        assertThat(pages.ask(top(5)))
                .endsWith("Number four is D, with 6 votes. E is tied for fifth, with 5 votes."
                        + " More songs are tied for fifth. Shall I go on?");
        assertThat(pages.ask(more()))
                .startsWith("Here are songs six to seven. F is tied for fifth, with 5 votes. Number seven is G");
        assertThat(tied.asked()).as("one question is one call").hasSize(2);
    }

    @Test
    void a_page_in_the_middle_of_a_tie_is_told_as_one() {
        Talk pages = new Talk(SomeChart.of("A=1, B=1, C=1, D=1, E=1, F=1, G=1"));
        pages.ask(top(1));

        assertThat(pages.ask(more()))
                .isEqualTo("Here are songs two to six. B, C, D, E and F are tied for first with 1 vote each."
                        + " More songs are tied for first. Shall I go on?");
        assertThat(pages.ask(more())).isEqualTo("Here is the last song. G is tied for first, with 1 vote." + NEXT);
    }

    @Test
    void it_is_the_song_in_the_chart_that_was_told() {
        talk.ask(anIntent("NumberOneIntent").today().inRunningSession());

        assertThat(talk.ask(votesOfIt())).isEqualTo("Here is today's chart. Song 01 has 99 votes." + NEXT);
        assertThat(talk.ask(anIntent("SameSongRankIntent")))
                .isEqualTo("Here is today's chart. Song 01 is number one, with 99 votes." + NEXT);
        assertThat(talk.ask(second())).startsWith("Here is today's chart. Number two is Song 02");
        assertThat(talk.ask(anIntent("NumberOneIntent"))).startsWith("Number one is");
        assertThat(talk.ask(votesOfIt())).startsWith("Song 01 has 99 votes.");
    }

    @Test
    void a_touch_on_a_song_of_another_chart_stays_with_that_chart() {
        talk.ask(aLaunch());
        talk.ask(aRequest("Alexa.Presentation.APL.UserEvent")
                .with("arguments", "[\"song\", 3, \"song+03\", \"TODAY\"]"));

        assertThat(talk.ask(second())).startsWith("Here is today's chart. Number two is Song 02");
    }

    @Test
    void a_song_that_is_named_is_looked_for_in_the_chart_of_all_time() {
        talk.ask(anIntent("NumberOneIntent").today().inRunningSession());

        assertThat(talk.ask(anIntent("SongRankIntent").slot("song", "song 03"))).startsWith("Song 03 is number three");
        assertThat(talk.ask(second())).startsWith("Number two is Song 02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HowFreshIntent", "ChartSizeIntent", "AMAZON.HelpIntent", "SongRankIntent", "CompareSongsIntent"
            })
    void what_tells_of_no_other_song_or_list_does_not_end_the_list(String intent) {
        talk.ask(top(5));

        assertThat(talk.ask(anIntent(intent))).endsWith(NEXT);
        assertThat(talk.ask(more())).startsWith("Here are songs six to ten.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HowFreshIntent", "ChartSizeIntent", "AMAZON.HelpIntent", "AMAZON.FallbackIntent"})
    void what_tells_of_no_other_song_does_not_change_what_it_means(String intent) {
        talk.ask(anIntent("NumberOneIntent").inRunningSession());
        talk.ask(anIntent(intent));

        assertThat(talk.ask(votesOfIt())).startsWith("Song 01 has 99 votes.");
    }

    @Test
    void the_size_of_another_chart_ends_the_list() {
        talk.ask(top(5));
        talk.ask(anIntent("ChartSizeIntent").today());

        assertThat(talk.ask(more())).startsWith("Here is today's chart. Here are the top five.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HowFreshIntent", "ChartSizeIntent", "AMAZON.HelpIntent"})
    void yes_to_another_question_does_not_read_on(String intent) {
        talk.ask(top(5));
        talk.ask(anIntent(intent));

        assertThat(talk.ask(yes())).startsWith("I know which songs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HowFreshIntent", "ChartSizeIntent", "AMAZON.HelpIntent"})
    void yes_to_another_question_is_no_song(String intent) {
        Talk songs = new Talk(SomeChart.of("Whiskey Girl=5, Yellow=2"));
        assertThat(songs.ask(whiskyCurl())).isEqualTo("Did you mean Whiskey Girl?");
        songs.ask(anIntent(intent));

        assertThat(songs.ask(yes())).startsWith("I know which songs");
    }

    @Test
    void what_is_no_answer_to_the_offer_to_read_on_gets_the_offer_again() {
        talk.ask(top(5));

        Answer again = talk.answerTo(fallback());

        assertThat(again.said()).isEqualTo("I did not catch that. Shall I go on?");
        assertThat(again.reprompt()).contains("Shall I go on?");
        assertThat(talk.ask(yes())).startsWith("Here are songs six to ten.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AMAZON.FallbackIntent", "NobodyKnowsIntent"})
    void what_is_no_answer_to_which_song_was_meant_gets_the_question_again(String intent) {
        Talk songs = new Talk(SomeChart.of("Whiskey Girl=5, Yellow=2"));
        songs.ask(whiskyCurl());

        for (int again = 0; again < 3; again++) {
            Answer answer = songs.answerTo(anIntent(intent));
            assertThat(answer.said()).isEqualTo("I did not catch that. Did you mean Whiskey Girl?");
            assertThat(answer.reprompt()).contains("Did you mean Whiskey Girl?");
        }
        assertThat(songs.ask(repeat())).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(songs.ask(yes())).startsWith("Whiskey Girl is number one, with 5 votes.");
    }

    @Test
    void silence_after_the_offer_to_read_on_gets_the_offer_again() {
        assertThat(talk.answerTo(top(5)).reprompt()).contains("Shall I go on?");
        assertThat(talk.answerTo(anIntent("NumberOneIntent")).reprompt())
                .contains("You can say: top five, or: who is third. What would you like to know?");
    }

    @Test
    void the_only_song_that_is_new_is_what_it_means() {
        Talk news = new Talk(ScreenCharts.of(ScreenCharts.songs(5, List.of("July", "Hey Jude", "New Song")))
                .after(ScreenCharts.songs(9, List.of("Hey Jude", "Culo", "July"))));

        assertThat(news.ask(anIntent("NewSongsIntent").inRunningSession())).contains("One song is new: New Song.");
        assertThat(news.ask(votesOfIt())).isEqualTo("Here is today's chart. New Song has 3 votes." + NEXT);
        assertThat(news.ask(anIntent("ClimbingIntent"))).contains("July is up 2 places, at number one.");
        assertThat(news.ask(votesOfIt())).isEqualTo("Here is today's chart. July has 5 votes." + NEXT);
        assertThat(news.ask(anIntent("FallingIntent"))).contains("Hey Jude is down one place");
        assertThat(news.ask(votesOfIt())).isEqualTo("Here is today's chart. Hey Jude has 4 votes." + NEXT);
    }

    @Test
    void of_several_songs_that_have_moved_none_is_it() {
        Talk news = new Talk(ScreenCharts.of(ScreenCharts.songs(5, List.of("July", "Hey Jude", "New Song")))
                .after(ScreenCharts.songs(9, List.of("Culo"))));

        assertThat(news.ask(anIntent("NewSongsIntent").inRunningSession())).contains("3 songs are new");
        assertThat(news.ask(votesOfIt())).startsWith("I do not know which song you mean.");
    }

    @ParameterizedTest
    @CsvSource({
        "en-US, To vote",
        "de-DE, Abstimmen",
        "es-ES, Para votar",
        "fr-FR, Pour voter",
        "it-IT, Per votare",
        "pt-BR, Para votar"
    })
    void whoever_opens_an_empty_chart_is_told_how_to_vote_and_asked(String locale, String words) {
        Answer answer = Alexa.ask(SomeChart.empty(), aLaunch().locale(locale));

        assertThat(answer.said()).contains(words);
        assertThat(answer.open()).isTrue();
    }
}
