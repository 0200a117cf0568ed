package io.crowdchart.model.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every text that somebody may put between brackets. */
class SongPropertiesTest {

    private static final int TEXTS = 20_000;
    private static final String[] PIECES = {
        "July",
        "hey jude",
        " ",
        "  ",
        " - ",
        " – ",
        "(",
        ")",
        "[",
        "{",
        "}",
        "feat. ",
        " ft ",
        "featuring ",
        "f'eat. ",
        "remastered",
        "2009",
        "mono",
        "(explicit)",
        " radio edit",
        "official video",
        "lyrics",
        "&",
        "'",
        "’",
        "´",
        "`",
        "!",
        "<b>",
        "é",
        "e\u0301",
        "ß",
        "İ",
        "ı",
        "ς",
        "Σ",
        "千本桜",
        "ガ",
        "カ\u3099",
        "हि",
        "🎸",
        "👨\u200D👩",
        "\u202E",
        "\u200B",
        "\u0000",
        "\uD83C",
        "\uDFB8",
        "x".repeat(60),
        "🎸".repeat(60),
        "ﬃ",
        "Ⅷ",
        "①",
        "㍍",
        "\uFDFA",
        "i\u0307",
        "Ǆ",
        "ŉ",
        "\u0345"
    };

    @Test
    void a_key_is_bounded_and_settled_and_a_title_leads_back_to_its_key() {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < TEXTS; round++) {
            String text = text(random);
            String what = "seed " + seed + ", text '" + text + "'";
            assertThatCode(() -> Song.named(text)).as(what).doesNotThrowAnyException();
            Song.named(text).ifPresent(song -> {
                assertThat(song.key().codePointCount(0, song.key().length()))
                        .as(what)
                        .isLessThanOrEqualTo(SongKey.MAX_CODE_POINTS);
                assertThat(song.key())
                        .as(what)
                        .isNotBlank()
                        .isEqualTo(song.key().strip());
                assertThat(SongKey.of(song.key())).as(what).isEqualTo(song.key());
                assertThat(SongKey.of(song.title())).as(what).isEqualTo(song.key());
                assertThat(song.title().length()).as(what).isBetween(1, 2 * SongTitle.MAX_CODE_POINTS);
            });
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(8);
        for (int piece = 0; piece < pieces; piece++) {
            if (random.nextInt(4) == 0) {
                text.appendCodePoint(random.nextInt(random.nextBoolean() ? 0x250 : 0x1FFFF));
            } else {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
        }
        return text.toString();
    }
}
