package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said in other words than those of the samples. */
class NearestTest {

    private final UtteranceMatcher matcher = new UtteranceMatcher(InteractionModel.of("en"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            right now which song is it that is climbing the most | ClimbingIntent  | -
            in the top ten what songs are there                  | TopSongsIntent  | count=10
            yesterday, in the chart, how many songs were there   | ChartSizeIntent | period=yesterday
            """)
    void a_sample_in_another_order_or_with_words_of_others_is_found(String said, String intent, String slot) {
        String[] parts = slot.split("=", 2);
        Map<String, String> slots = parts.length == 1 ? Map.of() : Map.of(parts[0], parts[1]);

        assertThat(matcher.meaningOf(said)).isInstanceOfSatisfying(Meaning.Intent.class, meant -> {
            assertThat(meant.name()).isEqualTo(intent);
            assertThat(meant.slots()).isEqualTo(slots);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"and imagine, how many votes has", "which pizza is climbing in the chart", "the in of a"})
    void a_strange_word_may_be_a_title_and_nothing_is_found(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Intent(UtteranceMatcher.FALLBACK, Map.of()));
    }
}
