package io.crowdchart.lambda.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.crowdchart.lambda.chart.Movements.Movement;
import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {

    private final ResourceBundle bundle =
            ResourceBundle.getBundle("io.crowdchart.lambda.speech.messages", Locale.ENGLISH);
    private final Phrases english = new Phrases(bundle, Locale.ENGLISH, 0);

    @ParameterizedTest
    @CsvSource({
        "1, first",
        "2, second",
        "3, third",
        "12, twelfth",
        "13, 13th",
        "21, 21st",
        "22, 22nd",
        "23, 23rd",
        "24, 24th",
        "100, 100th",
        "101, 101st",
        "111, 111th",
        "112, 112th",
        "113, 113th",
        "1011, '1,011th'"
    })
    void places_are_counted_in_english(long place, String words) {
        assertThat(english.ordinal(place)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 votes", "1, 1 vote", "2, 2 votes", "11, 11 votes", "4501, '4,501 votes'"})
    void votes_are_counted_in_english(long votes, String words) {
        assertThat(english.counted("votes", votes)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"1, A", "2, A and B", "3, 'A, B and C'", "5, 'A, B, C, D and E'"})
    void songs_are_listed_in_english(int count, String words) {
        assertThat(english.list(List.of("A", "B", "C", "D", "E").subList(0, count)))
                .isEqualTo(words);
    }

    @Test
    void what_is_filled_in_is_not_filled_again() {
        assertThat(english.filled("list.two", Map.of("first", "{last} $1 \\", "last", "{first}")))
                .isEqualTo("{last} $1 \\ and {first}");
    }

    @Test
    void a_gap_without_a_value_is_named() {
        assertThatIllegalStateException()
                .isThrownBy(() -> english.filled("list.two", Map.of("first", "A")))
                .withMessage("the message list.two has the gap {last}, has only [first]");
    }

    @Test
    void a_long_title_is_cut_between_characters() {
        String title = "𝄞".repeat(150);

        assertThat(Messages.in(Locale.ENGLISH).songAbsent(title)).isEqualTo("𝄞".repeat(100) + " is not in the chart.");
    }

    @Test
    void a_language_nobody_wrote_messages_for_is_english() {
        assertThat(Messages.in(Locale.forLanguageTag("tlh-QO")).goodbye()).isEqualTo("Goodbye.");
        assertThat(Messages.in(Locale.ROOT).votes(4501)).isEqualTo("4,501 votes");
        assertThat(Messages.in(Locale.forLanguageTag("en-IN")).goodbye()).isEqualTo("Goodbye.");
    }

    @Test
    void a_space_between_groups_of_digits_is_not_said() {
        assertThat(new Phrases(bundle, Locale.forLanguageTag("fr-FR"), 0).digits(1_234_567))
                .isEqualTo("1234567");
        assertThat(new Phrases(bundle, Locale.forLanguageTag("fr-CA"), 0).digits(1_234_567))
                .isEqualTo("1234567");
        assertThat(new Phrases(bundle, Locale.forLanguageTag("de-DE"), 0).digits(1_234_567))
                .isEqualTo("1.234.567");
    }

    static Stream<Arguments> calls() {
        List<Method> calls = Arrays.stream(Messages.class.getMethods())
                .filter(method -> method.getDeclaringClass() == Messages.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .toList();
        return Bundles.languages().flatMap(language -> calls.stream().map(call -> Arguments.of(language, call)));
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_call_has_all_it_needs(String language, Method call) throws ReflectiveOperationException {
        Object[] arguments = Arrays.stream(call.getGenericParameterTypes())
                .map(type -> argument(type.getTypeName()))
                .toArray();

        Object said = call.invoke(Messages.in(Locale.forLanguageTag(language)), arguments);

        assertThat((String) (said instanceof Optional<?> some ? some.orElseThrow() : said))
                .isNotBlank()
                .doesNotContain("{", "}", "<");
    }

    private static Object argument(String type) {
        ChartEntry july = new ChartEntry(1, new Song("july", "July"), 690);
        return switch (type) {
            case "long" -> 7L;
            case "int" -> 7;
            // A title, or the key of a period.
            case "java.lang.String" -> "yesterday";
            case "java.time.Duration" -> Duration.ofMinutes(3);
            case "io.crowdchart.model.chart.ChartEntry" -> july;
            case "io.crowdchart.model.song.Song" -> july.song();
            case "java.util.List<io.crowdchart.lambda.chart.Movements$Movement>" -> List.of(new Movement(july, 2));
            default -> List.of(july, new ChartEntry(1, new Song("culo", "Culo"), 690));
        };
    }
}
