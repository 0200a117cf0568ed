package io.crowdchart.interactionmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people say to Alexa herself in a language: how they call a skill, her own intents, and words that mean nothing more.
 * Immutable.
 *
 * @param launch before the name of the skill
 * @param launchAfter behind the name of the skill
 * @param beforeQuestion between the name of the skill and the question
 * @param afterQuestion between the question and the name of the skill
 * @param politeBefore before anything
 * @param politeAfter behind anything
 * @param light words without which a question is still the same
 * @param questionWords words that ask for a thing, whichever of them
 * @param contractions words that stand for several
 * @param elisions what is a word of its own before an apostrophe; may be left out
 * @param articles what may stand before the name of the skill; may be left out
 * @param cardinals further words for numbers; may be left out
 * @param ordinals further words for ordinals; may be left out
 * @param ordinalForms how an ordinal is made of {@code {number}}; may be left out
 * @param builtIn what is said for Alexa's own intents
 */
record Phrases(
        List<String> launch,
        List<String> launchAfter,
        List<String> beforeQuestion,
        List<String> afterQuestion,
        List<String> politeBefore,
        List<String> politeAfter,
        List<String> light,
        List<String> questionWords,
        Map<String, String> contractions,
        List<String> elisions,
        List<String> articles,
        Map<String, Integer> cardinals,
        Map<String, Integer> ordinals,
        List<String> ordinalForms,
        Map<String, List<String>> builtIn) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** The phrases as they are written down; what may be left out is null then. */
    private record Written(
            @JsonProperty(value = "launch", required = true) List<String> launch,

            @JsonProperty(value = "launchAfter", required = true)
            List<String> launchAfter,

            @JsonProperty(value = "beforeQuestion", required = true)
            List<String> beforeQuestion,

            @JsonProperty(value = "afterQuestion", required = true)
            List<String> afterQuestion,

            @JsonProperty(value = "politeBefore", required = true)
            List<String> politeBefore,

            @JsonProperty(value = "politeAfter", required = true)
            List<String> politeAfter,

            @JsonProperty(value = "light", required = true) List<String> light,

            @JsonProperty(value = "questionWords", required = true)
            List<String> questionWords,

            @JsonProperty(value = "contractions", required = true)
            Map<String, String> contractions,

            @JsonProperty("elisions") @Nullable List<String> elisions,
            @JsonProperty("articles") @Nullable List<String> articles,
            @JsonProperty("cardinals") @Nullable Map<String, Integer> cardinals,
            @JsonProperty("ordinals") @Nullable Map<String, Integer> ordinals,
            @JsonProperty("ordinalForms") @Nullable List<String> ordinalForms,

            @JsonProperty(value = "builtIn", required = true)
            Map<String, List<String>> builtIn) {

        Phrases phrases() {
            return new Phrases(
                    launch,
                    launchAfter,
                    beforeQuestion,
                    afterQuestion,
                    politeBefore,
                    politeAfter,
                    light,
                    questionWords,
                    Map.copyOf(contractions),
                    Objects.requireNonNullElse(elisions, List.of()),
                    Objects.requireNonNullElse(articles, List.of()),
                    Objects.requireNonNullElse(cardinals, Map.of()),
                    Objects.requireNonNullElse(ordinals, Map.of()),
                    Objects.requireNonNullElse(ordinalForms, List.of()),
                    Map.copyOf(builtIn));
        }
    }

    /**
     * The phrases of a language.
     *
     * @throws IllegalArgumentException if there are none of the language
     * @throws InvalidModelException if they cannot be read; the message names the file and the place
     */
    static Phrases of(String language) {
        String file = "phrases/" + language + ".json";
        try (InputStream json = Phrases.class.getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalArgumentException(
                        "there are no phrases of the language '" + language + "': " + file + " is missing");
            }
            return MAPPER.readValue(json, Written.class).phrases();
        } catch (IOException e) {
            throw new InvalidModelException(file + ": " + e.getMessage(), e);
        }
    }

    /** What takes sentences of the language apart. */
    Words words(String language) {
        return new Words(language, contractions, elisions);
    }
}
