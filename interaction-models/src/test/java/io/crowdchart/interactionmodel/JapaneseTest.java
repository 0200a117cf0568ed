package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Japanese as it is typed: without spaces, its numbers in three scripts, the name of the skill first. */
class JapaneseTest {

    private final UtteranceMatcher matcher = new UtteranceMatcher(InteractionModel.of("ja"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            一位は何ですか                     | NumberOneIntent      | -
            1位は何ですか？                    | NumberOneIntent      | -
            １位は何                         | NumberOneIntent      | -
            ねえ、1位は？                     | NumberOneIntent      | -
            アレクサ、クラウドチャートで一位を教えて        | NumberOneIntent      | -
            クラウドチャートを開いて、一位を教えてください     | NumberOneIntent      | -
            クラウドチャートに一位は何か聞いて           | NumberOneIntent      | -
            昨日の1位は何でしたか                 | NumberOneIntent      | period=昨日
            この時間帯に一番人気の曲は何でしょうか         | NumberOneIntent      | period=この時間帯
            ベスト5                         | TopSongsIntent       | count=5
            トップ５を教えて                     | TopSongsIntent       | count=5
            上位十二曲をお願いします                | TopSongsIntent       | count=12
            クラウドチャートでトップ10を読み上げて        | TopSongsIntent       | count=10
            二位                           | RankPositionIntent   | number=2
            3位は何ですか                      | RankPositionIntent   | number=3
            二十一位は誰                       | RankPositionIntent   | number=21
            第四位を教えて                      | RankPositionIntent   | number=4
            三番目の曲は何                      | RankPositionIntent   | position=3
            ５番目は何                        | RankPositionIntent   | position=5
            Julyは何位ですか                   | SongRankIntent       | song=July
            「さくら」は何位？                    | SongRankIntent       | song=さくら
            夜に駆けるは今何位なの                  | SongRankIntent       | song=夜に駆ける
            Rock & Rollは何票              | SongVotesIntent      | song=Rock & Roll
            それは何票ですか                     | SameSongVotesIntent  | -
            ところでその曲は何位                   | SongRankIntent       | song=ところでその曲
            じゃあその曲は何位                    | SameSongRankIntent   | -
            もう一度言ってください                  | AMAZON.RepeatIntent  | -
            いいえ、結構です                     | AMAZON.NoIntent      | -
            """)
    void what_people_type_is_understood(String said, String intent, String slot) {
        String[] parts = slot.split("=", 2);
        Map<String, String> slots = parts.length == 1 ? Map.of() : Map.of(parts[0], parts[1]);

        assertThat(matcher.meaningOf(said)).isInstanceOfSatisfying(Meaning.Intent.class, meant -> {
            assertThat(meant.name()).isEqualTo(intent);
            assertThat(meant.slots()).isEqualTo(slots);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"クラウドチャートを開いて", "アレクサ、クラウドチャートを開いて", "クラウド チャートを起動してください", "クラウドチャート、スタート", "クラウドチャート"})
    void the_skill_is_called_by_its_name_first(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Launch());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ピザを注文して", "明日の天気は", "は", "、。？", "クラウドチャートでピザを注文して"})
    void nonsense_is_a_fallback(String said) {
        assertThat(matcher.meaningOf(said)).isEqualTo(new Meaning.Intent(UtteranceMatcher.FALLBACK, Map.of()));
    }
}
