package io.crowdchart.lambda.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.chart.ChartEntry;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Spanish, French and Italian ask of a sentence in which a number or a title is filled in. */
class RomanceMessagesTest {

    /** Where a title stands. */
    private static final String TITLE = "\\{(song|songs|first|second)\\}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es-ES | 1       | 1 voto
            es-ES | 4501    | 4.501 votos
            es-ES | 1000000 | 1.000.000 de votos
            es-ES | 1000001 | 1.000.001 votos
            es-MX | 4501    | 4,501 votos
            es-US | 1000000 | 1,000,000 de votos
            fr-FR | 0       | 0 vote
            fr-FR | 2       | 2 votes
            fr-FR | 4501    | 4501 votes
            fr-CA | 2000000 | 2000000 de votes
            it-IT | 1       | 1 voto
            it-IT | 4501    | 4.501 voti
            it-IT | 3000000 | 3.000.000 di voti
            """)
    void votes_are_counted(String locale, long votes, String said) {
        assertThat(in(locale).votes(votes)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            es-ES | 1  | El número uno es Hey Jude, con 7 votos.             | Hey Jude comparte el puesto uno, con 7 votos.
            es-ES | 13 | El número 13 es Hey Jude, con 7 votos.              | Hey Jude comparte el puesto 13, con 7 votos.
            fr-FR | 1  | Le numéro un est Hey Jude, avec 7 votes.            | Hey Jude est à égalité à la première place, avec 7 votes.
            fr-FR | 21 | Le numéro 21 est Hey Jude, avec 7 votes.            | Hey Jude est à égalité à la 21e place, avec 7 votes.
            it-IT | 8  | Al numero otto c'è Hey Jude, con 7 voti.            | Hey Jude è a pari merito in ottava posizione, con 7 voti.
            it-IT | 80 | Al numero 80 c'è Hey Jude, con 7 voti.              | Hey Jude è a pari merito in 80ª posizione, con 7 voti.
            """)
    void a_place_is_said_in_words_and_then_in_digits(String locale, long rank, String alone, String tied) {
        ChartEntry entry = new ChartEntry(rank, Song.named("Hey Jude").orElseThrow(), 7);

        assertThat(in(locale).alone(entry)).isEqualTo(alone);
        assertThat(in(locale).songTied(entry)).isEqualTo(tied);
    }

    @ParameterizedTest
    @ValueSource(strings = {"es", "fr", "it"})
    void no_word_stands_before_a_title_that_a_title_could_change(String language) {
        Map<String, String> changing =
                Map.of("es", "o", "fr", "de|que|le|la|je|ne|jusque|puisque", "it", "ed|di|il|lo|la");

        assertThat(Bundles.of(language).entrySet())
                .filteredOn(message -> !message.getKey().startsWith("list."))
                .noneMatch(message ->
                        message.getValue().matches("(?i).*\\b(" + changing.get(language) + ") " + TITLE + ".*"));
    }

    @ParameterizedTest
    @CsvSource({"es-ES, 'July, Culo y Hello'", "fr-CA, 'July, Culo et Hello'", "it-IT, 'July, Culo e Hello'"})
    void songs_are_listed(String locale, String said) {
        assertThat(in(locale).phrases().list(List.of("July", "Culo", "Hello"))).isEqualTo(said);
    }

    private static Messages in(String locale) {
        return Messages.in(Locale.forLanguageTag(locale));
    }
}
