package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import io.crowdchart.interactionmodel.InteractionModel.SlotType;
import io.crowdchart.interactionmodel.InteractionModel.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InteractionModelTest {

    private static final String SAMPLES = String.join(
            "\",\"", "one {n}", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "many");

    /** A model without a fault. */
    private static final String GOOD = """
            {
              "language": "en",
              "locales": [{"locale": "en-US", "wording": {"two": "too"}, "samples": {"CountIntent": ["plenty"]}}],
              "invocationName": "crowd chart",
              "intents": [
                {"name": "CountIntent", "slots": [{"name": "n", "type": "AMAZON.NUMBER"}], "samples": ["%s"]},
                {"name": "AMAZON.HelpIntent", "slots": [], "samples": []}
              ],
              "types": []
            }""".formatted(SAMPLES);

    @Test
    void english_is_there_and_keeps_the_rules() {
        InteractionModel english = InteractionModel.of("en");

        assertThat(english.invocationName()).isEqualTo("crowd chart");
        assertThat(ModelRules.faultsOf(english)).isEmpty();
        assertThat(english.intent("TopSongsIntent").orElseThrow().slot("count"))
                .contains(new Slot("count", "AMAZON.NUMBER"));
    }

    @Test
    void a_language_without_a_model_is_named() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InteractionModel.of("tlh"))
                .withMessage("there is no interaction model of the language 'tlh'");
    }

    @Test
    void a_model_without_a_fault_is_read() {
        assertThat(InteractionModel.parse("good.json", GOOD).intents()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "two"                       | "two {m}"                | has the slot {m}, which the intent does not
            "two"                       | "Two"                    | small letters and slots only, digits spelt out: 'Two'
            "two"                       | "top 5"                  | digits spelt out: 'top 5'
            "two"                       | "two  spaces"            | one space between them
            "two"                       | "what?"                  | 'what?'
            "two"                       | "open two"               | the launch word 'open'
            "two"                       | "three"                  | 'three' is there twice: CountIntent and CountIntent
            "two"                       | "{n} and {n}"            | a slot twice
            "two",                      | ~~                       | CountIntent needs 12 samples, has 11
            "one {n}"                   | "one"                    | no sample of CountIntent has its slot {n}
            AMAZON.NUMBER               | NUMBER                   | the type NUMBER of the slot {n} of CountIntent is nowhere defined
            AMAZON.NUMBER               | AMAZON.SearchQuery       | none
            "CountIntent"               | "Count2"                 | letters and underscores only, was 'Count2'
            "n"                         | "N"                      | starts with a small letter, was 'N'
            "samples": []               | "samples": ["help"]      | AMAZON.HelpIntent is Alexa's own
            crowd chart                 | chart                    | has two words or more, was 'chart'
            crowd chart                 | Crowd Chart              | small letters
            crowd chart                 | top 40                   | small letters
            crowd chart                 | open chart               | must not contain the word 'open'
            crowd chart                 | amazon chart             | must not contain the word 'amazon'
            crowd chart                 | the chart                | of two words must not contain 'the'
            "types": []                 | "types": [{"name": "T", "values": []}] | the type T has no value
            "language": "en"            | "language": "english"    | two small letters, was 'english'
            "en-US"                     | "en-XX"                  | a locale of en is one of Alexa's, was 'en-XX'
            "en-US"                     | "de-DE"                  | a locale of en is one of Alexa's, was 'de-DE'
            "two": "too"                | "tow": "too"             | en-US has another word for 'tow', which no sample has
            "two": "too"                | "{n}": "too"             | en-US has another word for '{n}', which no sample has
            "two": "too"                | "two": "three"           | en-US: the sample 'three' is there twice: CountIntent and CountIntent
            "two": "too"                | "two": "2"               | en-US: a sample of CountIntent has small letters
            "CountIntent": ["plenty"]   | "Count": ["plenty"]      | en-US has samples of Count, which is no intent
            ["plenty"]                  | ["plenty {m}"]           | en-US: a sample of CountIntent has the slot {m}
            "samples": {"CountIntent": ["plenty"]}} | "samples": {}}, {"locale": "en-US", "wording": {}, "samples": {}} | the locale en-US is there twice
            """)
    void a_fault_is_named(String good, String bad, String message) {
        String json = GOOD.replace(good, bad);
        assertThat(json).isNotEqualTo(GOOD);

        if (message.equals("none")) {
            assertThat(InteractionModel.parse("bad.json", json)).isNotNull();
        } else {
            assertThatThrownBy(() -> InteractionModel.parse("bad.json", json))
                    .isInstanceOf(InvalidModelException.class)
                    .hasMessageStartingWith("bad.json: ")
                    .hasMessageContaining(message);
        }
    }

    @Test
    void a_locale_has_its_own_words_and_its_own_samples() {
        InteractionModel model = InteractionModel.parse("good.json", GOOD);

        List<String> samples = model.in(model.locales().get(0)).intents().get(0).samples();

        assertThat(samples).startsWith("one {n}", "too", "three").endsWith("many", "plenty");
        assertThat(model.intents().get(0).samples()).contains("two").doesNotContain("plenty");
    }

    @Test
    void a_language_without_a_locale_is_refused() {
        String json = GOOD.replaceFirst("\"locales\": \\[.*]", "\"locales\": []");

        assertThatThrownBy(() -> InteractionModel.parse("bad.json", json))
                .hasMessage("bad.json: the language en is spoken in one locale or more, has none");
    }

    @Test
    void all_faults_are_named_at_once() {
        String json = GOOD.replace("crowd chart", "chart").replace("\"two\"", "\"Two\"");

        assertThatThrownBy(() -> InteractionModel.parse("bad.json", json))
                .hasMessageContaining("has two words or more, was 'chart'; a sample of CountIntent");
    }

    @Test
    void a_slot_name_has_one_type_in_all_intents() {
        InteractionModel english = InteractionModel.of("en");
        Intent other = new Intent(
                "OtherIntent",
                List.of(new Slot("count", "AMAZON.Ordinal")),
                Collections.nCopies(ModelRules.FEWEST_SAMPLES, "count {count}"));
        List<Intent> intents = new ArrayList<>(english.intents());
        intents.add(other);

        assertThat(ModelRules.faultsOf(new InteractionModel(
                        "en", english.locales(), english.invocationName(), intents, english.types())))
                .contains("the slot {count} has one type everywhere, has AMAZON.NUMBER and AMAZON.Ordinal");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            AMAZON.MusicRecording | AMAZON.NUMBER         | true
            AMAZON.NUMBER         | AMAZON.SearchQuery    | true
            AMAZON.MusicRecording | Day                   | true
            Day                   | Week                  | true
            Day                   | Year                  | false
            Day                   | AMAZON.Ordinal        | false
            AMAZON.NUMBER         | AMAZON.Ordinal        | false
            AMAZON.NUMBER         | AMAZON.NUMBER         | true
            """)
    void samples_of_two_intents_must_not_be_said_in_the_same_words(String one, String other, boolean shared) {
        InteractionModel model = new InteractionModel(
                "en",
                List.of(),
                "crowd chart",
                List.of(
                        new Intent("OneIntent", List.of(new Slot("one", one)), List.of("what of {one}")),
                        new Intent("OtherIntent", List.of(new Slot("other", other)), List.of("what of {other}"))),
                List.of(
                        type("Day", "today", "now"),
                        type("Week", "this week", "Now"),
                        type("Year", "this year", "long")));
        String fault = "an utterance can be 'what of {one}' of OneIntent and 'what of {other}' of OtherIntent";

        assertThat(ModelRules.faultsOf(model).contains(fault)).isEqualTo(shared);
    }

    private static SlotType type(String name, String value, String synonym) {
        return new SlotType(name, List.of(new Value(value, value, List.of(synonym))));
    }

    @ParameterizedTest
    @CsvSource({
        "en, start it",
        "de, starte es",
        "es, abre eso",
        "fr, ouvre ça",
        "it, apri quella",
        "pt, abra essa",
        "ja, それ を 開いて"
    })
    void a_sample_has_no_word_with_which_a_skill_is_called(String language, String sample) {
        InteractionModel model = InteractionModel.of(language);
        List<Intent> intents = List.of(new Intent("CountIntent", List.of(), List.of(sample)));

        assertThat(ModelRules.faultsOf(
                        new InteractionModel(language, model.locales(), model.invocationName(), intents, List.of())))
                .anyMatch(fault -> fault.startsWith("a sample of CountIntent has the launch word"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "slots"    | "slot"     | bad.json (line 6, column
            "en"       | null       | bad.json (line
            "types": []| "types": 1 | bad.json (line
            """)
    void what_is_no_model_is_named_with_its_place(String good, String bad, String message) {
        assertThatThrownBy(() -> InteractionModel.parse("bad.json", GOOD.replace(good, bad)))
                .isInstanceOf(InvalidModelException.class)
                .hasMessageStartingWith(message)
                .hasCauseInstanceOf(Exception.class);
    }
}
