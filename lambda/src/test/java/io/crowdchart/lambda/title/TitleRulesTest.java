package io.crowdchart.lambda.title;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TitleRulesTest {

    private static final TitleRules HIDE = TitleRules.of(ProfanityMode.HIDE);
    private static final TitleRules BLEEP = TitleRules.of(ProfanityMode.BLEEP);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Fuck You",
                "FUCK",
                "f u c k you",
                "F.U.C.K.",
                "F**k You",
                "f*ck",
                "f***",
                "fuuuuck",
                "fück",
                "ｆｕｃｋ",
                "𝖋𝖚𝖈𝖐",
                "f\u200Bu\u00ADck",
                "f\u0336u\u0336c\u0336k\u0336",
                "fuсk",
                "Fuckin' Perfect",
                "Motherfucker",
                "mother fucking",
                "sh1t",
                "$h!t",
                "My Sh_t",
                "B17ch better have my money",
                "Bitches Ain't Shit",
                "a$$",
                "a55hole",
                "N****s In Paris",
                "n1gga",
                "(Shit)",
                "Holy-Shit!"
            })
    void profanity_is_found_however_it_is_written(String title) {
        assertThat(HIDE.said(title, Locale.US)).isEmpty();
        assertThat(HIDE.isSaid(title, Locale.US)).isFalse();
        assertThat(BLEEP.said(title, Locale.US))
                .hasValueSatisfying(said -> assertThat(said).contains(TitleRules.BLEEP));
        assertThat(BLEEP.isSaid(title, Locale.US)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Scunthorpe",
                "Class of '99",
                "Passion",
                "Massachusetts",
                "Pass the Dutchie",
                "Cockatoo",
                "Peacock",
                "Titanic",
                "Shiitake",
                "Assassin",
                "Grass",
                "Bass",
                "As It Was",
                "A Sky Full of Stars",
                "Dickens",
                "Moby Dick",
                "Ho Hey",
                "Hells Bells",
                "Damn",
                "Essex",
                "Middlesex",
                "Analog",
                "Fickle Friends",
                "Fukushima",
                "The Count",
                "Country Roads",
                "455",
                "7175",
                "S.O.S.",
                "M*A*S*H",
                "***",
                "F",
                "C F A G",
                "A$AP",
                "Ke$ha",
                "P!nk",
                "1+1",
                "Culo",
                "Con Calma",
                "La Negra",
                "Dominique"
            })
    void what_only_looks_like_it_is_said(String title) {
        for (String tag : List.of("en-US", "de-DE", "es-ES", "fr-FR", "it-IT", "pt-BR", "ja-JP")) {
            assertThat(HIDE.said(title, Locale.forLanguageTag(tag))).as(tag).contains(title);
            assertThat(BLEEP.said(title, Locale.forLanguageTag(tag))).as(tag).contains(title);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "de-DE, Scheißegal",
        "de-DE, SCHEISSE",
        "de-DE, Arschlöcher",
        "de-DE, W1chser",
        "es-MX, Hijo de puta",
        "es-ES, Coño",
        "es-US, pend3jos",
        "fr-FR, Nique ta mère",
        "fr-CA, Enculé",
        "it-IT, Vaffanculo",
        "it-IT, stronz*",
        "pt-BR, Filho da puta",
        "pt-BR, cuzao",
        "ja-JP, クソ野郎",
        "ja-JP, この クソ",
        "ja-JP, ｸｿ",
        "ja-JP, ﾋﾞｯﾁ",
        "ja-JP, 死ね！",
        "ja-JP, くそ",
        "ja-JP, Fuck the 世界",
    })
    void every_language_has_its_words_and_the_english_ones(String tag, String title) {
        assertThat(HIDE.said(title, Locale.forLanguageTag(tag))).isEmpty();
        assertThat(BLEEP.said(title, Locale.forLanguageTag(tag)))
                .hasValueSatisfying(said -> assertThat(said).contains(TitleRules.BLEEP));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ミュージックソング", "死ねない", "くそまじめ", "アスファルト", "恋するフォーチュンクッキー"})
    void a_japanese_word_ends_where_its_script_does(String title) {
        assertThat(HIDE.said(title, Locale.JAPAN)).contains(title);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fuck You              | ∗ You
            What the f*ck, man?   | What the ∗, man?
            Shit & Bitches        | ∗ & ∗
            Un été de merde (F.U.C.K.) | Un été de ∗ (∗.)
            """)
    void only_the_words_are_bleeped(String title, String said) {
        assertThat(BLEEP.said(title, Locale.FRANCE)).contains(said);
    }

    @Test
    void a_title_cannot_bleep_itself() {
        assertThat(BLEEP.said("a ∗ b", Locale.US)).contains("a * b");
        assertThat(TitleRules.of(ProfanityMode.OFF).said("∗", Locale.US)).contains("*");
    }

    @Test
    void with_a_catalogue_its_titles_are_said_and_no_others() {
        TitleRules rules = TitleRules.only(new Catalogue(Set.of("hey jude", "fuck you")));

        assertThat(rules.said("Hey Jude (Remastered 2009)", Locale.US)).isPresent();
        assertThat(rules.said("HEY, JUDE!", Locale.US)).contains("HEY, JUDE!");
        assertThat(rules.said("Fuck You", Locale.US)).contains("Fuck You");
        assertThat(rules.said("July", Locale.US)).isEmpty();
    }

    @Test
    void without_rules_everything_is_said() {
        assertThat(TitleRules.of(ProfanityMode.OFF).said("Fuck You", Locale.US)).contains("Fuck You");
    }

    @Test
    void a_mode_and_its_catalogue_belong_together() {
        assertThatIllegalArgumentException().isThrownBy(() -> TitleRules.of(ProfanityMode.CATALOGUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TitleRules(ProfanityMode.HIDE, new Catalogue(Set.of("july"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "f*", "*", "s", "as", "5$", "f u", "moth", "1!|", "f.", "聖", "\u0301", "𝖋"})
    @Timeout(value = 5, unit = TimeUnit.SECONDS)
    void no_text_costs_much(String part) {
        String title = part.repeat(100);

        assertThatNoException().isThrownBy(() -> {
            for (int at = 0; at < 20; at++) {
                HIDE.said("m" + title, Locale.GERMANY);
                BLEEP.said(title + "k", Locale.JAPAN);
            }
        });
    }
}
