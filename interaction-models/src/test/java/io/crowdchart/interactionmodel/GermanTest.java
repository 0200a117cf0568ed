package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What German asks of the console: verbs at the end behind a call, numbers in one word, cases. */
class GermanTest {

    private static final UtteranceMatcher MATCHER = new UtteranceMatcher(InteractionModel.of("de"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            Wer ist auf Platz eins?                           | NumberOneIntent       | -
            Alexa, frag Crowd Chart, wer auf Platz eins ist   | NumberOneIntent       | -
            frag crowd chart nach platz eins                  | NumberOneIntent       | -
            was war gestern die nummer eins                   | NumberOneIntent       | period=gestern
            frag crowd chart nach den top fünf                | TopSongsIntent        | count=5
            Die Top 10, bitte!                                | TopSongsIntent        | count=10
            lies mir die ersten einundzwanzig vor             | TopSongsIntent        | count=21
            lies mir die heutigen charts vor                  | TopSongsIntent        | period=heutigen
            öffne crowd chart und gib mir die charts          | TopSongsIntent        | -
            was sind die top drei bei crowd chart             | TopSongsIntent        | count=3
            Wo steht „Über sieben Brücken“?                   | SongRankIntent        | song=Über sieben Brücken
            wo steht das Lied Hey Jude                        | SongRankIntent        | song=Hey Jude
            frag crowd chart, ob July in den Charts ist       | SongRankIntent        | song=July
            wo steht der                                      | SameSongRankIntent    | -
            auf welchem Platz ist das Lied                    | SameSongRankIntent    | -
            und wie viele Stimmen hat der Song denn            | SameSongVotesIntent   | -
            wieviele stimmen hat July                         | SongVotesIntent       | song=July
            ist Culo beliebter als July                       | CompareSongsIntent    | song=Culo,other=July
            frag crowd chart, ob Culo vor July liegt          | CompareSongsIntent    | song=Culo,other=July
            wer ist dritter                                   | RankPositionIntent    | position=3
            auf dem 3. Platz                                  | RankPositionIntent    | position=3
            wer steht auf dem einundzwanzigsten Platz         | RankPositionIntent    | position=21
            wer ist auf Platz 12                              | RankPositionIntent    | number=12
            wer ist Nr. 5                                     | RankPositionIntent    | number=5
            und wer auf Platz drei ist                        | RankPositionIntent    | number=3
            was ist heute neu                                 | NewSongsIntent        | period=heute
            was rutscht ab                                    | FallingIntent         | -
            wie viele leute haben heute abgestimmt            | ChartSizeIntent       | period=heute
            wie aktuell sind denn die Charts                  | HowFreshIntent        | -
            hör auf                                           | AMAZON.StopIntent     | -
            vergiss es                                        | AMAZON.CancelIntent   | -
            weiter                                            | AMAZON.NextIntent     | -
            bestell mir eine pizza                            | AMAZON.FallbackIntent | -
            """)
    void what_people_type_is_understood(String said, String intent, String slots) {
        Meaning meaning = MATCHER.meaningOf(said);

        assertThat(meaning).isInstanceOfSatisfying(Meaning.Intent.class, meant -> {
            assertThat(meant.name()).as("%s", meant).isEqualTo(intent);
            assertThat(written(meant.slots())).isEqualTo(slots);
        });
    }

    private static String written(Map<String, String> slots) {
        return slots.isEmpty()
                ? "-"
                : String.join(
                        ",",
                        slots.entrySet().stream()
                                .map(slot -> slot.getKey() + "=" + slot.getValue())
                                .sorted((one, two) -> two.compareTo(one))
                                .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "öffne crowd chart",
                "Alexa, starte bitte Crowd Chart!",
                "mach crowd chart auf",
                "crowd chart",
                "frag crowd chart",
                "sprich mit crowd chart bitte"
            })
    void a_call_of_the_skill_launches_it(String said) {
        assertThat(MATCHER.meaningOf(said)).isEqualTo(new Meaning.Launch());
    }
}
