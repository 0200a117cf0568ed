package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed in Spanish, French and Italian, with their elisions, inversions, punctuation and accents, or without. */
class RomanceLanguagesTest {

    private static final Map<String, UtteranceMatcher> MATCHERS = new HashMap<>();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            es | ¿Quién es el número uno?                          | NumberOneIntent      | -
            es | quien es el numero uno                            | NumberOneIntent      | -
            es | ¡Dame el top 5!                                   | TopSongsIntent       | count=5
            es | las treinta y tres primeras                       | TopSongsIntent       | count=33
            es | las veintiuna primeras                            | TopSongsIntent       | count=21
            es | pide a crowd chart que me lea las diez primeras   | TopSongsIntent       | count=10
            es | pregúntale a Crowd Chart si July está en la lista | SongRankIntent       | song=July
            es | ¿Dónde está «La Flaca»?                           | SongRankIntent       | song=La Flaca
            es | donde esta corazón espinado                       | AMAZON.FallbackIntent | -
            es | donde esta corazon espinado                       | SongRankIntent       | song=corazon espinado
            es | cuántos votos tiene y tú te vas                   | SongVotesIntent      | song=y tú te vas
            es | ¿Y en tercer lugar?                               | RankPositionIntent   | position=3
            es | quién está en decimoprimer lugar                  | RankPositionIntent   | position=11
            es | y la 3.ª                                          | RankPositionIntent   | position=3
            es | dónde está ahora                                  | SameSongRankIntent   | -
            es | las treinta y una primeras                        | TopSongsIntent       | count=31
            es | ¿y ayer quién ganó?                               | NumberOneIntent      | period=ayer
            es | qué canciones van ganando en la lista             | TopSongsIntent       | -
            es | no, yo quería decir july                          | SongRankIntent       | song=july
            es | no, gracias                                       | AMAZON.NoIntent      | -
            es | no                                                | AMAZON.NoIntent      | -
            es | sí                                                | AMAZON.YesIntent     | -
            fr | Qu'est-ce qui monte aujourd’hui ?                 | ClimbingIntent       | period=aujourd'hui
            fr | quest-ce qui monte                                | AMAZON.FallbackIntent | -
            fr | Qui est numéro 1 ?                                | NumberOneIntent      | -
            fr | le top vingt et un                                | TopSongsIntent       | count=21
            fr | le top quatre-vingt-dix-sept                      | TopSongsIntent       | count=97
            fr | le top septante                                   | TopSongsIntent       | count=70
            fr | où est L'Aventurier ?                             | SongRankIntent       | song=L'Aventurier
            fr | Ou est L'Aventurier                               | SongRankIntent       | song=L'Aventurier
            fr | July est-elle au classement ?                     | SongRankIntent       | song=July
            fr | y a-t-il des nouveautés                           | NewSongsIntent       | -
            fr | demande à crowd chart s'il y a des nouveautés     | NewSongsIntent       | -
            fr | demande à crowd chart si july est devant culo     | CompareSongsIntent   | song=july,other=culo
            fr | demande à crowd chart de me lire le top trois     | TopSongsIntent       | count=3
            fr | et la 2e                                          | RankPositionIntent   | position=2
            fr | qui est second                                    | RankPositionIntent   | position=2
            fr | et hier, quelle chanson était en tête             | NumberOneIntent      | period=hier
            fr | elle est où                                       | SameSongRankIntent   | -
            fr | encore une fois                                   | AMAZON.RepeatIntent  | -
            fr | oui, s'il vous plaît                              | AMAZON.YesIntent     | -
            it | Qual è la canzone numero uno?                     | NumberOneIntent      | -
            it | qual'è la canzone numero uno                      | NumberOneIntent      | -
            it | Dov'è «L'isola»?                                  | SongRankIntent       | song=L'isola
            it | dove l'isola                                      | AMAZON.FallbackIntent | -
            it | dov'e l'isola                                     | SongRankIntent       | song=l'isola
            it | e a che posto è?                                  | SameSongRankIntent   | -
            it | le prime ventuno                                  | TopSongsIntent       | count=21
            it | le prime ventitré                                 | TopSongsIntent       | count=23
            it | chi è all'ottavo posto                            | RankPositionIntent   | position=8
            it | e l'undicesima                                    | RankPositionIntent   | position=11
            it | chi è 3º                                          | RankPositionIntent   | position=3
            it | chiedi a crowd chart di leggermi le prime cinque  | TopSongsIntent       | count=5
            it | chiedi a crowd chart se c'è July in classifica    | SongRankIntent       | song=July
            it | cosa c'è di nuovo in quest'ora                    | NewSongsIntent       | period=in quest'ora
            it | no, grazie                                        | AMAZON.NoIntent      | -
            it | grazie                                            | AMAZON.FallbackIntent | -
            it | metti la musica                                   | AMAZON.FallbackIntent | -
            es | reproduce july                                    | AMAZON.FallbackIntent | -
            fr | commande une pizza                                | AMAZON.FallbackIntent | -
            """)
    void what_people_type_is_understood(String language, String said, String intent, String slots) {
        Map<String, String> expected = new HashMap<>();
        for (String slot : slots.split(",", -1)) {
            String[] parts = slot.split("=", 2);
            if (parts.length == 2) {
                expected.put(parts[0], parts[1]);
            }
        }

        Meaning meaning = matcher(language).meaningOf(said);

        assertThat(meaning).isInstanceOfSatisfying(Meaning.Intent.class, meant -> {
            assertThat(meant.name()).as("%s", meant).isEqualTo(intent);
            assertThat(meant.slots()).isEqualTo(expected);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "es, abre crowd chart",
        "es, 'Alexa, ¡abre Crowd Chart!'",
        "es, pregunta a crowd chart",
        "es, abre crowd chart por favor",
        "fr, ouvre crowd chart",
        "fr, 'Alexa, lance Crowd Chart, s’il te plaît'",
        "it, apri crowd chart",
        "it, 'Alexa, avvia Crowd Chart'"
    })
    void a_call_of_the_skill_launches_it(String language, String said) {
        assertThat(matcher(language).meaningOf(said)).isEqualTo(new Meaning.Launch());
    }

    private static UtteranceMatcher matcher(String language) {
        return MATCHERS.computeIfAbsent(language, key -> new UtteranceMatcher(InteractionModel.of(key)));
    }
}
