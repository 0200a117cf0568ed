package io.crowdchart.lambda;

import static io.crowdchart.lambda.Envelope.anIntent;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.lambda.Alexa.Answer;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a song that was not heard as it is written. */
class SongConversationTest {

    private static final String SONGS =
            "Hello=40, Yellow=31, Hot Summer=12, Hot Simmer=9, 99 Problems=7, Whiskey Girl=5,"
                    + " Smells Like Teen Spirit=4, Hey Jude=2, July=2";
    private static final String NEXT = " What else would you like to know?";

    private final SomeChart chart = SomeChart.of(SONGS);
    private final Talk talk = new Talk(chart);

    private static Envelope where(String song) {
        return anIntent("SongRankIntent").slot("song", song);
    }

    private static Envelope votesOf(String song) {
        return anIntent("SongVotesIntent").slot("song", song);
    }

    private static Envelope compared(String song, String other) {
        return anIntent("CompareSongsIntent").slot("song", song).slot("other", other);
    }

    private static Envelope yes() {
        return anIntent("AMAZON.YesIntent");
    }

    private static Envelope no() {
        return anIntent("AMAZON.NoIntent");
    }

    @Test
    void a_title_that_is_heard_as_it_is_written_costs_one_call_and_no_look_at_the_titles() {
        assertThat(talk.ask(where("yellow"))).isEqualTo("Yellow is number two, with 31 votes.");

        assertThat(chart.asked()).hasSize(1);
        assertThat(chart.askedForSongs()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ninety nine problems by jay z | 99 Problems is number five, with 7 votes.
            smells like teen spirit       | Smells Like Teen Spirit is number seven, with 4 votes.
            smels like teen spirit        | Smells Like Teen Spirit is number seven, with 4 votes.
            heyjude                       | Hey Jude is tied for eighth, with 2 votes.
            """)
    void the_same_title_in_another_spelling_is_told_for_one_call_too(String heard, String words) {
        assertThat(talk.ask(where(heard))).isEqualTo(words);

        assertThat(chart.asked()).hasSize(1);
        assertThat(chart.askedForSongs()).isLessThanOrEqualTo(1);
    }

    @Test
    void the_titles_that_are_known_spare_the_second_look() {
        talk.ask(where("heyjude"));
        chart.asked().clear();

        assertThat(talk.ask(votesOf("smels like teen spirit"))).startsWith("Smells Like Teen Spirit has 4 votes.");

        assertThat(chart.asked()).hasSize(1);
        assertThat(chart.asked().get(0).songs()).contains("smells like teen spirit");
        assertThat(chart.askedForSongs()).isEqualTo(1);
    }

    @Test
    void what_only_sounds_like_a_song_is_asked_for_and_yes_tells_what_was_asked() {
        Answer question = talk.answerTo(votesOf("whisky curl"));

        assertThat(question.said()).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(question.reprompt()).contains("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).isEqualTo("Whiskey Girl has 5 votes." + NEXT);

        assertThat(talk.ask(where("whisky curl"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).isEqualTo("Whiskey Girl is number six, with 5 votes." + NEXT);
    }

    @Test
    void no_to_a_song_does_not_end_the_conversation_and_a_second_no_does() {
        talk.ask(where("whisky curl"));

        assertThat(talk.ask(no())).isEqualTo("Then I do not know which song you mean." + NEXT);
        assertThat(talk.ask(no())).isEqualTo("Goodbye.");
    }

    @Test
    void no_to_more_songs_is_a_farewell() {
        assertThat(talk.ask(anIntent("TopSongsIntent").inRunningSession())).endsWith("Shall I go on?");
        assertThat(talk.ask(no())).isEqualTo("Goodbye.");
    }

    @Test
    void of_two_that_are_close_yes_is_the_first_and_the_second_can_be_named_or_counted() {
        String question = "Did you mean Hot Summer, or Hot Simmer?";

        assertThat(talk.ask(where("hot semmer"))).isEqualTo(question);
        assertThat(talk.ask(yes())).isEqualTo("Hot Summer is number three, with 12 votes." + NEXT);

        talk.ask(votesOf("hot semmer"));
        assertThat(talk.ask(anIntent("RankPositionIntent").slot("position", "2").slot("number")))
                .isEqualTo("Hot Simmer has 9 votes." + NEXT);

        talk.ask(votesOf("hot semmer"));
        assertThat(talk.ask(where("hot simmer"))).isEqualTo("Hot Simmer is number four, with 9 votes." + NEXT);

        talk.ask(votesOf("hot semmer"));
        assertThat(talk.ask(no())).isEqualTo("Then I do not know which song you mean." + NEXT);
    }

    @Test
    void a_rank_is_a_rank_where_only_one_song_is_offered() {
        talk.ask(where("whisky curl"));

        assertThat(talk.ask(anIntent("RankPositionIntent").slot("position", "2").slot("number")))
                .startsWith("Number two is Yellow");
    }

    @Test
    void a_question_is_repeated_as_a_question_and_stays_open() {
        talk.ask(where("whisky curl"));

        assertThat(talk.ask(anIntent("AMAZON.RepeatIntent"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).startsWith("Whiskey Girl is number six");
    }

    @Test
    void another_question_closes_the_one_that_is_open() {
        talk.ask(where("whisky curl"));
        talk.ask(anIntent("NumberOneIntent"));

        assertThat(talk.ask(no())).isEqualTo("Goodbye.");
    }

    @Test
    void after_the_answer_the_song_is_what_it_means() {
        talk.ask(where("whisky curl"));
        talk.ask(yes());

        assertThat(talk.ask(anIntent("SameSongVotesIntent"))).startsWith("Whiskey Girl has 5 votes.");
    }

    @Test
    void both_songs_of_a_comparison_are_asked_for_one_after_the_other() {
        assertThat(talk.ask(compared("whisky curl", "heyjude"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).isEqualTo("Whiskey Girl is ahead of Hey Jude, with 5 votes against 2." + NEXT);

        assertThat(talk.ask(compared("july", "whisky curl"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).isEqualTo("Whiskey Girl is ahead of July, with 5 votes against 2." + NEXT);

        assertThat(talk.ask(compared("whisky curl", "hot semmer"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(yes())).isEqualTo("Did you mean Hot Summer, or Hot Simmer?");
        assertThat(talk.ask(where("hot simmer")))
                .isEqualTo("Hot Simmer is ahead of Whiskey Girl, with 9 votes against 5." + NEXT);
    }

    @Test
    void another_song_that_is_named_instead_is_a_new_question() {
        talk.ask(compared("whisky curl", "hello"));

        assertThat(talk.ask(where("yellow"))).isEqualTo("Yellow is number two, with 31 votes." + NEXT);
    }

    @Test
    void what_is_in_no_way_in_the_chart_is_not() {
        assertThat(talk.ask(where("bohemian rhapsody"))).isEqualTo("Bohemian Rhapsody is not in the chart.");
        assertThat(talk.ask(compared("bohemian rhapsody", "imagine")))
                .isEqualTo("Neither Bohemian Rhapsody nor Imagine is in the chart.");
        assertThat(chart.askedForSongs()).isEqualTo(1);
    }

    @Test
    void a_song_that_has_left_the_chart_since_it_was_offered_is_not_in_it() {
        talk.ask(where("whisky curl"));
        Talk later = new Talk(SomeChart.of("Hello=1"));
        ObjectNode kept = talk.attributes().deepCopy();

        assertThat(later.ask(yes().inRunningSession().withAttributes(kept)))
                .isEqualTo("whiskey girl is not in the chart." + NEXT);
    }

    @Test
    void without_titles_only_what_was_said_to_the_letter_is_known() {
        chart.naming(new ChartSongs.Unavailable());

        assertThat(talk.ask(where("whisky curl"))).isEqualTo("Whisky Curl is not in the chart.");
        assertThat(talk.ask(where("whiskey girl"))).isEqualTo("Whiskey Girl is number six, with 5 votes.");
    }

    @Test
    void in_an_old_chart_the_question_is_only_a_question() {
        Talk old = new Talk(SomeChart.of(SONGS).stale(Duration.ofMinutes(5)));

        assertThat(old.ask(where("whisky curl"))).isEqualTo("Did you mean Whiskey Girl?");
        assertThat(old.ask(yes()))
                .isEqualTo("Whiskey Girl is number six, with 5 votes. That is how things stood 5 minutes ago." + NEXT);
    }

    @Test
    void where_there_is_no_chart_nothing_is_resolved() {
        for (ChartAnswer none : new ChartAnswer[] {new ChartAnswer.Rebuilding(), new ChartAnswer.Unavailable()}) {
            SomeChart away = SomeChart.saying(none);

            assertThat(new Talk(away).answerTo(where("whisky curl")).open()).isFalse();
            assertThat(away.askedForSongs()).isZero();
        }
    }

    @Test
    void what_alexa_takes_it_for_is_believed_if_the_chart_has_it_and_nothing_else_was_said_to_the_letter() {
        assertThat(talk.ask(where("whisky curl").resolved("song", "whiskey girl")))
                .isEqualTo("Whiskey Girl is number six, with 5 votes.");
        assertThat(talk.ask(where("yellow").resolved("song", "hello"))).startsWith("Yellow is number two");
        assertThat(talk.ask(where("whisky curl").resolved("song", "no such song")))
                .isEqualTo("Did you mean Whiskey Girl?");
        assertThat(talk.ask(where("whisky curl").resolved("song", "NO KEY"))).isEqualTo("Did you mean Whiskey Girl?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"offer", "offered", "asked"})
    void a_session_that_was_tampered_with_is_forgotten(String attribute) {
        talk.ask(where("whisky curl"));
        ObjectNode kept = talk.attributes().deepCopy();
        kept.put(attribute, "No Such Thing!");

        assertThat(talk.ask(yes().inRunningSession().withAttributes(kept))).isNotBlank();
        assertThat(new Talk(chart).ask(no().inRunningSession().withAttributes(kept)))
                .isEqualTo("Goodbye.");
    }

    @Test
    void a_session_of_numbers_and_lists_is_forgotten() {
        ObjectNode strange = JsonNodeFactory.instance.objectNode();
        Map.of("said", 1, "song", 2, "offer", 3, "offered", 4).forEach(strange::put);

        assertThat(talk.ask(no().inRunningSession().withAttributes(strange))).isEqualTo("Goodbye.");
    }
}
