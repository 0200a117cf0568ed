package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UtteranceMatcherTest {

    private static final InteractionModel MODEL = InteractionModel.of("en");

    private final UtteranceMatcher matcher = new UtteranceMatcher(MODEL);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            what's number one                    | NumberOneIntent            | -
            What’s number one?                   | NumberOneIntent            | -
            whats number one                     | NumberOneIntent            | -
            what is number one                   | NumberOneIntent            | -
            who is first                         | NumberOneIntent            | -
            top five                             | TopSongsIntent             | count=5
            Top 5!                               | TopSongsIntent             | count=5
            the top twenty-one                   | TopSongsIntent             | count=21
            top one hundred                      | TopSongsIntent             | count=100
            top a hundred songs                  | TopSongsIntent             | count=100
            top 1,000                            | TopSongsIntent             | count=1000
            top -3                               | TopSongsIntent             | count=-3
            top minus three                      | TopSongsIntent             | count=-3
            top zero                             | TopSongsIntent             | count=0
            who is third                         | RankPositionIntent         | position=3
            who's the third?                     | RankPositionIntent         | position=3
            who is 21st                          | RankPositionIntent         | position=21
            who is the twenty first              | RankPositionIntent         | position=21
            who is twelfth                       | RankPositionIntent         | position=12
            who is the hundredth                 | RankPositionIntent         | position=100
            who is number 4                      | RankPositionIntent         | number=4
            who is no. 5                         | RankPositionIntent         | number=5
            what's the no. 5 song                | RankPositionIntent         | number=5
            no.                                  | AMAZON.NoIntent            | -
            who is the 2ND                       | RankPositionIntent         | position=2
            who is one hundred and first         | RankPositionIntent         | position=101
            where is july                        | SongRankIntent             | song=july
            Where's July?                        | SongRankIntent             | song=July
            where is "24K Magic"?                | SongRankIntent             | song=24K Magic
            where is Don't Stop Me Now           | SongRankIntent             | song=Don't Stop Me Now
            where is What's Up                   | SongRankIntent             | song=What's Up
            where is !!!                         | SongRankIntent             | song=!!!
            where is number one                  | SongRankIntent             | song=number one
            where is Simon & Garfunkel           | SongRankIntent             | song=Simon & Garfunkel
            where is さくら                         | SongRankIntent             | song=さくら
            where is up-town girl in the chart   | SongRankIntent             | song=up-town girl
            how fresh is the chart               | HowFreshIntent             | -
            help                                 | AMAZON.HelpIntent          | -
            Help!                                | AMAZON.HelpIntent          | -
            stop                                 | AMAZON.StopIntent          | -
            never mind                           | AMAZON.CancelIntent        | -
            go home                              | AMAZON.NavigateHomeIntent  | -
            yes                                  | AMAZON.YesIntent           | -
            no, thanks                           | AMAZON.NoIntent            | -
            can you tell me who is third please  | RankPositionIntent         | position=3
            """)
    void what_people_type_is_understood(String said, String intent, String slot) {
        String[] parts = slot.split("=", 2);
        Map<String, String> slots = parts.length == 1 ? Map.of() : Map.of(parts[0], parts[1]);

        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Intent(intent, slots));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open crowd chart",
                "Alexa, open Crowd Chart!",
                "launch the crowd chart",
                "start crowd chart please",
                "crowd chart",
                "ask crowd chart"
            })
    void a_call_of_the_skill_launches_it(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Launch());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask crowd chart for the top five",
                "Alexa, ask Crowd Chart: top five",
                "open crowd chart and give me the top five",
                "what are the top five on crowd chart",
                "the top five from crowd chart"
            })
    void a_question_may_come_with_the_call(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Intent("TopSongsIntent", Map.of("count", "5")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "?",
                "quit",
                "order a pizza",
                "colourless green ideas sleep furiously",
                "top",
                "top july",
                "where is",
                "ask crowd chart for a pizza",
                "top 1e9"
            })
    void nonsense_is_a_fallback(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Intent(UtteranceMatcher.FALLBACK, Map.of()));
    }

    @Test
    void anything_at_all_has_a_meaning() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            String noise = random.ints(random.nextInt(12), 1, 0x2FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String said = (random.nextBoolean() ? "where is " : "top ") + noise;

            assertThat(matcher.meaningOf(said))
                    .as("seed %d, said '%s'", seed, said)
                    .isNotNull();
        }
    }

    @Test
    void all_numbers_up_to_one_hundred_are_understood_in_digits() {
        for (int number = 1; number <= 100; number++) {
            Map<String, String> slots = Map.of("count", String.valueOf(number));

            assertThat(matcher.meaningOf("top " + number)).isEqualTo(new Meaning.Intent("TopSongsIntent", slots));
        }
    }

    @Test
    void a_language_without_phrases_is_refused() {
        InteractionModel klingon = new InteractionModel("tlh", List.of(), "crowd chart", List.of(), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UtteranceMatcher(klingon))
                .withMessage("there are no phrases of the language 'tlh': phrases/tlh.json is missing");
    }
}
