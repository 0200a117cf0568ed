package io.crowdchart.model.song;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SongKeyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Hey Jude                                   | hey jude
                    HEY   JUDE                                 | hey jude
                    Beyoncé                                    | beyonce
                    Für Elise                                  | fur elise
                    Smørrebrød                                 | smorrebrod
                    Łódź                                       | lodz
                    Straße                                     | strasse
                    Æon Œuvre Þing                             | aeon oeuvre thing
                    İstanbul                                   | istanbul
                    ISPARTA ışık                               | isparta isik
                    ΟΔΟΣ                                       | οδοσ
                    Ｈｅｙ　Ｊｕｄｅ                            | hey jude
                    𝐇𝐞𝐲 𝐉𝐮𝐝𝐞                                    | hey jude
                    Don’t Speak                                | dont speak
                    Don't Speak                                | dont speak
                    Don´t Speak                                | dont speak
                    Dont Speak                                 | dont speak
                    Rock & Roll                                | rock and roll
                    AC/DC & Friends                            | ac dc and friends
                    It Ain't My Fault 1 & 2                    | it aint my fault 1 and 2
                    What's It Gonna Be?!                       | whats it gonna be
                    Summer of '69                              | summer of 69
                    HUMBLE.                                    | humble
                    千本桜                                      | 千本桜
                    パス                                        | パス
                    हिंदी गाना                                    | हिंदी गाना
                    !!!                                        | !!!
                    ！！！                                      | !!!
                    !!! (Remastered 2009)                      | !!!
                    🎸🎸                                        | 🎸🎸
                    🎸\uFE0F🎸\uFE0F feat. Drake                | 🎸🎸
                    🎸 Hero                                     | hero
                    <speak>hi</speak>                          | speak hi speak
                    """)
    void is_made_of_letters_and_numbers(String written, String key) {
        assertThat(SongKey.of(written)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "July (Remastered 2009)",
                "July (2009 Remaster)",
                "July - Remastered 2009",
                "July - 2011 Remaster",
                "July (Digitally Remastered)",
                "July (Mono)",
                "July - Stereo",
                "July (Explicit)",
                "July (Clean)",
                "July - Radio Edit",
                "July (Radio Edit)",
                "July (Single Version)",
                "July - Album Version",
                "July (Official Video)",
                "July (Official Music Video)",
                "July (Official Audio)",
                "July (Lyrics)",
                "July [HD]",
                "July {HQ}",
                "July feat. Drake",
                "July ft. Drake",
                "July ft Drake",
                "July Featuring Nelly",
                "July (feat. Noah Cyrus & Leon Bridges)",
                "July feat. Drake (Radio Edit)",
                "July (Radio Edit) feat. Drake",
                "July - Radio Edit - Remastered 2009",
                "July (Remastered) (Explicit)",
                "july – remastered",
                "July (f'eat. X)"
            })
    void has_no_credits_and_no_edition(String written) {
        assertThat(SongKey.of(written)).isEqualTo("july");
    }

    @ParameterizedTest
    @CsvSource({
        "Believe,Believer",
        "Closer,Close",
        "Summer of '69,Summer of '68",
        "Let It Be,Let It Bleed",
        "Alive,Live",
        "Song 2,Song 3",
        "Jump,Jumpin",
        "Faith,Faithfully",
        "1979,1989",
        "Hello,Hallo",
        "Numb,Dumb",
        "Bad,Bad Guy",
        "One,One More Time",
        "Live Forever,Live Together",
        "99 Problems,99 Luftballons",
        "The The,The",
        "!!!,???",
        "July,July (Remix)",
        "July,July - Live",
        "July,July (Acoustic)",
        "July,July (Instrumental)",
        "July,July (Cover)",
        "July,July (Demo)",
        "July,July (Sped Up)",
        "July feat. Drake,July feat. Drake (Remix)",
        "July,July feat. Drake - Live",
        "バス,パス",
        "6 feet,6 ft Tall"
    })
    void differs_between_different_songs_and_recordings(String one, String other) {
        assertThat(SongKey.of(one)).isNotEqualTo(SongKey.of(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Explicit",
                "Clean",
                "Lyrics",
                "Mono",
                "Stereo",
                "(Remastered)",
                "Featuring",
                "Live",
                "Radio Edit"
            })
    void keeps_a_title_that_is_nothing_but_such_a_word(String written) {
        assertThat(SongKey.of(written)).isNotEmpty();
    }

    @Test
    void is_cut_at_a_hundred_code_points_without_a_space_at_the_end() {
        assertThat(SongKey.of("x".repeat(300))).isEqualTo("x".repeat(100));
        assertThat(SongKey.of("🎸".repeat(300))).isEqualTo("🎸".repeat(100));
        assertThat(SongKey.of("x".repeat(99) + " " + "y".repeat(50))).isEqualTo("x".repeat(99));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00A0\u2003",
                "\u200B",
                "\u200D",
                "\uFE0F",
                "\u202E\u202C",
                "\u0000\u0007",
                "\uD83C",
                "\u3164"
            })
    void is_empty_where_nothing_can_be_seen(String written) {
        assertThat(SongKey.of(written)).isEmpty();
        assertThat(Song.named(written)).isEmpty();
    }

    @Test
    void takes_characters_without_a_shape_for_spaces() {
        assertThat(SongKey.of("a\u202Eb\u0007c")).isEqualTo("a b c");
    }
}
