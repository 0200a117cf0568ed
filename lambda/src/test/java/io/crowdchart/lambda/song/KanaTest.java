package io.crowdchart.lambda.song;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.song.Song;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaTest {

    private static final SongIndex CHART = SongIndex.of(Stream.of(
                    "Hey Jude",
                    "July",
                    "Whiskey Girl",
                    "Culo",
                    "Yesterday",
                    "Imagine",
                    "Hello",
                    "Bohemian Rhapsody",
                    "Billie Jean",
                    "Shape of You",
                    "Let It Be",
                    "Rolling in the Deep",
                    "Take On Me",
                    "Wonderwall",
                    "Dancing Queen",
                    "Hotel California",
                    "Smells Like Teen Spirit",
                    "Despacito",
                    "さくら",
                    "ハナミズキ")
            .map(title -> new SongVotes(Song.named(title).orElseThrow(), 1))
            .toList());

    @ParameterizedTest
    @CsvSource({
        "ヘイジュード, Hey Jude",
        "ヘイ・ジュード, Hey Jude",
        "ジュライ, July",
        "ウイスキーガール, Whiskey Girl",
        "クーロ, Culo",
        "イエスタデイ, Yesterday",
        "イマジン, Imagine",
        "ハロー, Hello",
        "ボヘミアンラプソディ, Bohemian Rhapsody",
        "ビリージーン, Billie Jean",
        "シェイプオブユー, Shape of You",
        "レットイットビー, Let It Be",
        "ローリングインザディープ, Rolling in the Deep",
        "テイクオンミー, Take On Me",
        "ワンダーウォール, Wonderwall",
        "ダンシングクイーン, Dancing Queen",
        "ホテルカリフォルニア, Hotel California",
        "デスパシート, Despacito"
    })
    void a_title_heard_in_japanese_is_asked_for(String heard, String title) {
        assertThat(CHART.resolve(heard, Locale.JAPAN))
                .isInstanceOfSatisfying(
                        Resolution.Question.class,
                        question -> assertThat(question.probable().title()).isEqualTo(title));
    }

    @Test
    void a_title_in_katakana_needs_no_question() {
        assertThat(CHART.resolve("ハナミズキ", Locale.JAPAN))
                .isInstanceOfSatisfying(
                        Resolution.Certain.class,
                        certain -> assertThat(certain.song().title()).isEqualTo("ハナミズキ"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"スリラー", "千本桜", "レモン", "パプリカ", "ダイナマイト", "ヤ", "ー", "ァ"})
    void a_title_that_is_not_in_the_chart_is_never_taken_for_one(String heard) {
        assertThat(CHART.resolve(heard, Locale.JAPAN)).isNotInstanceOf(Resolution.Certain.class);
    }

    @Test
    void vowels_that_only_help_are_left_out() {
        assertThat(Kana.inLatin("ジュード")).containsExactly("ju'd");
        assertThat(Kana.inLatin("フィール")).containsExactly("feer", "feel");
        assertThat(Kana.inLatin("ブルー")).containsExactly("bru'", "blu'");
        assertThat(Kana.inLatin("July さくら")).isEqualTo(List.of());
    }
}
