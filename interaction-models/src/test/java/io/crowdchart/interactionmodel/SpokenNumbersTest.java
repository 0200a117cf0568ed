package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenNumbersTest {

    private static final Phrases NONE = new Phrases(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            Map.of(),
            List.of("{number}番目", "{number}位"),
            Map.of());

    @ParameterizedTest
    @CsvSource({
        "en, twenty-one, 21",
        "en, twenty one, 21",
        "en, one hundred and five, 105",
        "en, minus three, -3",
        "en, 0, 0",
        "de, einundzwanzig, 21",
        "de, eins, 1",
        "de, minus drei, -3",
        "de, zweihundert, 200",
        "de, zwölf, 12",
        "es, veintiuno, 21",
        "es, treinta y dos, 32",
        "es, cien, 100",
        "fr, vingt et un, 21",
        "fr, quatre-vingt-dix, 90",
        "it, ventuno, 21",
        "it, trentotto, 38",
        "pt, vinte e um, 21",
        "pt, duas, 2",
        "ja, 二十一, 21",
        "ja, ２１, 21",
        "ja, 三, 3"
    })
    void numbers_are_understood_in_words(String language, String said, String number) {
        assertThat(cardinal(language, said)).contains(number);
    }

    @ParameterizedTest
    @CsvSource({"en, dozen", "en, 1e9", "en, twenty ten", "en, first", "de, zwanzig eins", "ja, 三位"})
    void what_is_no_number_is_none(String language, String said) {
        assertThat(cardinal(language, said)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "en, twenty first, 21",
        "en, 22nd, 22",
        "en, 1ST, 1",
        "de, dritter, 3",
        "de, dritten, 3",
        "de, einundzwanzigste, 21",
        "es, tercera, 3",
        "es, tercer, 3",
        "es, 3.ª, 3",
        "es, 3a, 3",
        "fr, première, 1",
        "fr, 1er, 1",
        "fr, 2e, 2",
        "fr, vingt-et-unième, 21",
        "it, ottava, 8",
        "it, 8º, 8",
        "pt, décimo primeiro, 11",
        "ja, 第三, 3",
        "ja, 三番目, 3",
        "ja, 10位, 10"
    })
    void ordinals_are_understood_in_all_genders_and_cases(String language, String said, String number) {
        Words words = words(language);

        assertThat(new SpokenNumbers(language, words, NONE).ordinal(words.in(said)))
                .contains(number);
    }

    @ParameterizedTest
    @CsvSource({"en, three", "en, 3rdly", "de, drei", "ja, 三"})
    void what_is_no_ordinal_is_none(String language, String said) {
        Words words = words(language);

        assertThat(new SpokenNumbers(language, words, NONE).ordinal(words.in(said)))
                .isEmpty();
    }

    private static Optional<String> cardinal(String language, String said) {
        Words words = words(language);
        return new SpokenNumbers(language, words, NONE).cardinal(words.in(said));
    }

    private static Words words(String language) {
        return new Words(language, Map.of(), List.of());
    }
}
