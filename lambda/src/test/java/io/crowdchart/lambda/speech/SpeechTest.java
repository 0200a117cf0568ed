package io.crowdchart.lambda.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.lambda.title.TitleRules;
import java.io.StringReader;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class SpeechTest {

    private static final String MARKUP = "<>&;/\"'!-[]?=#xspeak {}$\\";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            July                       | July
            a < b & c > d              | a &lt; b &amp; c &gt; d
            &amp;                      | &amp;amp;
            I can't "hear" you         | I can't "hear" you
            """)
    void special_characters_are_escaped_and_nothing_else(String text, String ssml) {
        assertThat(new Speech(text).ssml()).isEqualTo("<speak>" + ssml + "</speak>");
    }

    @Test
    void what_nobody_can_hear_is_removed() {
        String text = "a\u0000b\u0007c\uD800d\uDC00e\uFFFEf\uFFFFg\u202Eh\u200Fi\u2066j\u061Ck\uFEFFl\uE000m\uFDD0n";

        assertThat(new Speech(text).text()).isEqualTo("abcdefghijklmn");
    }

    @Test
    void line_ends_and_odd_spaces_are_spaces() {
        assertThat(new Speech("\ta\nb\u2028c\u00A0d\r").text()).isEqualTo("a b c d");
    }

    @Test
    void joined_emoji_stay_joined() {
        assertThat(new Speech("👩‍👩‍👧‍👦").text()).isEqualTo("👩‍👩‍👧‍👦");
    }

    @Test
    void a_text_that_is_too_long_is_cut_between_characters() throws Exception {
        for (String text : new String[] {"&".repeat(9_000), "𝄞".repeat(9_000), "x" + "𝄞".repeat(9_000)}) {
            String ssml = new Speech(text).ssml();

            assertThat(ssml.length()).isBetween(Speech.MAX_CHARS - 5, Speech.MAX_CHARS);
            assertThat(text).startsWith(spoken(ssml).getTextContent());
        }
    }

    @Test
    void a_word_that_is_bleeped_is_not_there_at_all() throws Exception {
        Speech speech = new Speech("What the " + TitleRules.BLEEP + " & " + TitleRules.BLEEP.repeat(2));

        assertThat(speech.text()).isEqualTo("What the **** & ********");
        assertThat(speech.ssml())
                .startsWith("<speak>What the <say-as interpret-as=\"expletive\">beep</say-as> &amp; <say-as");
        assertThat(new Speech(TitleRules.BLEEP.repeat(3_000)).ssml().length()).isLessThanOrEqualTo(Speech.MAX_CHARS);
        assertThat(spoken(new Speech(TitleRules.BLEEP.repeat(3_000)).ssml()).getTagName())
                .isEqualTo("speak");
    }

    @Test
    void any_text_becomes_ssml_without_markup_of_its_own() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            Speech speech = new Speech(anyText(random));
            Element spoken = spoken(speech.ssml());

            assertThat(spoken.getTagName()).as("seed %d, round %d", seed, round).isEqualTo("speak");
            assertThat(spoken.getChildNodes().getLength())
                    .as("seed %d, round %d: %s", seed, round, speech.ssml())
                    .isLessThanOrEqualTo(1);
            assertThat(spoken.getTextContent())
                    .as("seed %d, round %d", seed, round)
                    .isEqualTo(speech.text());
            assertThat(new Speech(speech.text())).isEqualTo(speech);
        }
    }

    private static String anyText(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(200);
        for (int at = 0; at < length; at++) {
            switch (random.nextInt(4)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
                default -> text.append(MARKUP.charAt(random.nextInt(MARKUP.length())));
            }
        }
        return text.toString().replace(TitleRules.BLEEP, "");
    }

    private static Element spoken(String ssml) throws Exception {
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        return builder.parse(new InputSource(new StringReader(ssml))).getDocumentElement();
    }
}
