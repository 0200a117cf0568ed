package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Map<String, String> CONTRACTIONS = Map.of("what's", "what is", "c'è", "ci è", "nr.", "nummer");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            en | What’s up-town?          | what is up town
            en | 1,000 songs!             | 1000 songs
            de | Platz Nr. 5              | platz nummer 5
            de | auf dem 3. Platz         | auf dem 3 platz
            de | einundzwanzig            | einundzwanzig
            fr | où est L’été indien ?    | où est l été indien
            it | Dov'è "L'isola"          | dov è l isola
            it | c'è                      | ci è
            es | ¿Dónde está «Culo»?      | dónde está culo
            ja | ヘイ・ジュードは 何位？  | ヘ イ ジ ュ ー ド は 何 位
            ja | Hey Judeは１０位         | hey jude は 10 位
            ja | 「24K Magic」は何位      | 24k magic は 何 位
            """)
    void a_sentence_has_words(String language, String sentence, String forms) {
        assertThat(Word.forms(words(language).in(sentence))).isEqualTo(forms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            en | Don't Stop Me Now         | 0 | Don't Stop Me Now
            en | where is up-town girl     | 2 | up-town girl
            en | where is さくら           | 2 | さくら
            fr | la place de L'été indien  | 3 | L'été indien
            fr | la place d'Imagine        | 3 | Imagine
            ja | 教えて「紅蓮華」          | 3 | 紅蓮華
            ja | Hey Jude                  | 0 | Hey Jude
            ja | ドリーム・オン            | 0 | ドリーム・オン
            ja | 夜に 駆ける               | 0 | 夜に 駆ける
            """)
    void words_are_given_back_as_they_were_written(String language, String sentence, int from, String written) {
        List<Word> words = words(language).in(sentence);

        assertThat(Word.written(words.subList(from, words.size()))).isEqualTo(written);
    }

    private static Words words(String language) {
        return new Words(language, CONTRACTIONS, List.of("l", "d", "dov"));
    }
}
