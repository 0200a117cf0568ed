package io.crowdchart.model.vote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoteParserTest {

    private final VoteParser parser = new VoteParser("KafkaSummit");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    #KafkaSummit [Hey Jude]                     | hey jude
                    [Hey Jude] #kafkasummit                     | hey jude
                    voting for [July]! #KAFKASUMMIT #music      | july
                    #KafkaSummit[July]                          | july
                    (#KafkaSummit) [July]                       | july
                    ＃KafkaSummit [July]                        | july
                    #KafkaSummit, [July] and [Culo]             | july
                    #KafkaSummit ] [July] [                     | july
                    #KafkaSummit [[July]]                       | july
                    #KafkaSummit [Ninety Nine [July]]           | july
                    """)
    void a_tagged_post_votes_for_the_first_song_in_brackets(String text, String song) {
        assertThat(parser.parse(text, List.of()))
                .isInstanceOfSatisfying(
                        Reading.VoteFor.class,
                        vote -> assertThat(vote.song().key()).isEqualTo(song));
    }

    @Test
    void a_tag_beside_the_text_counts_like_one_in_it() {
        assertThat(parser.parse("[July]", List.of("music", "KAFKASUMMIT"))).isInstanceOf(Reading.VoteFor.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lovely morning",
                "[July]",
                "KafkaSummit [July]",
                "#KafkaSummit2026 [July]",
                "#KafkaSummitLondon [July]",
                "#Kafka Summit [July]",
                "a#KafkaSummit [July]",
                "https://example.org/#KafkaSummit [July]",
                "#KafkaSummit_ [July]"
            })
    void a_post_without_the_whole_tag_is_no_vote(String text) {
        assertThat(parser.parse(text, List.of("KafkaSummit2026")))
                .isEqualTo(new Reading.NoVote(NoVoteReason.NO_HASHTAG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#KafkaSummit",
                "#KafkaSummit July",
                "#KafkaSummit ] [",
                "#KafkaSummit [July",
                "#KafkaSummit (July)"
            })
    void a_tagged_post_without_brackets_is_no_vote(String text) {
        assertThat(parser.parse(text, List.of())).isEqualTo(new Reading.NoVote(NoVoteReason.NO_BRACKETS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#KafkaSummit []", "#KafkaSummit [  \t ]", "#KafkaSummit [\u200B] [July]"})
    void blank_brackets_are_no_vote_whatever_follows(String text) {
        assertThat(parser.parse(text, List.of())).isEqualTo(new Reading.NoVote(NoVoteReason.BLANK_TITLE));
    }

    @Test
    void hostile_texts_are_read_in_linear_time() {
        assertThat(parser.parse("#KafkaSummit " + "[".repeat(1_000_000), List.of()))
                .isEqualTo(new Reading.NoVote(NoVoteReason.NO_BRACKETS));
        assertThat(parser.parse("#KafkaSummit [" + " feat. ".repeat(200_000) + "]", List.of()))
                .isInstanceOf(Reading.VoteFor.class);
        assertThat(parser.parse("#KafkaSummit [" + " (".repeat(500_000) + "]", List.of()))
                .isInstanceOf(Reading.VoteFor.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#", "Kafka Summit", "Kafka-Summit", "[x]"})
    void a_hashtag_that_is_none_is_refused(String hashtag) {
        assertThatThrownBy(() -> new VoteParser(hashtag))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a hashtag is made of letters, digits and underscores, was '" + hashtag + "'");
    }
}
