package io.crowdchart.model.song;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SongTitleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    Hey Jude                          | Hey Jude
                    hey jude                          | Hey Jude
                    HEY JUDE                          | Hey Jude
                    don't speak                       | Don't Speak
                    iPhone Song                       | iPhone Song
                    Hey   Jude - Remastered 2009      | Hey Jude
                    I WANNA BE WITH YOU (feat. X)     | I Wanna Be With You
                    a-b-c                             | A-B-C
                    AC/DC & Friends                   | AC/DC & Friends
                    g.h.e.t.t.o.u.t.                  | G.h.e.t.t.o.u.t.
                    (Remastered)                      | (Remastered)
                    !!!                               | !!!
                    👨‍👩‍👧 Family                        | 👨‍👩‍👧 Family
                    <speak>hi</speak>                 | <Speak>Hi</Speak>
                    """)
    void is_the_song_as_written_but_tidy(String written, String title) {
        assertThat(Song.named(written)).map(Song::title).hasValue(title);
    }

    @ParameterizedTest
    @CsvSource({"e\u0301lan,Élan", "a\u202Eb\u0007c,A B C"})
    void is_composed_and_shows_no_invisible_characters(String written, String title) {
        assertThat(Song.named(written)).map(Song::title).hasValue(title);
    }
}
