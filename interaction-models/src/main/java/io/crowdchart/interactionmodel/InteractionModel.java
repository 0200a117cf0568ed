package io.crowdchart.interactionmodel;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people can say to the skill in one language, in Alexa's words: intents, samples, slots, types. Immutable.
 *
 * @param language the language as in BCP 47, without a region: {@code en}
 * @param locales where it is spoken, and what is said differently there
 * @param invocationName what the skill is called
 * @param intents what can be meant
 * @param types the slot types that are not Alexa's own
 */
public record InteractionModel(
        String language, List<Dialect> locales, String invocationName, List<Intent> intents, List<SlotType> types) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public InteractionModel(
            @JsonProperty("language") String language,
            @JsonProperty("locales") List<Dialect> locales,
            @JsonProperty("invocationName") String invocationName,
            @JsonProperty("intents") List<Intent> intents,
            @JsonProperty("types") List<SlotType> types) {
        this.language = language;
        this.locales = List.copyOf(locales);
        this.invocationName = invocationName;
        this.intents = List.copyOf(intents);
        this.types = List.copyOf(types);
    }

    /**
     * The model of a language.
     *
     * @param language the language without a region: {@code en}
     * @throws IllegalArgumentException if there is no model of the language
     * @throws InvalidModelException if the model is wrong; the message names every fault
     */
    public static InteractionModel of(String language) {
        String file = language + ".json";
        try (InputStream json = InteractionModel.class.getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalArgumentException("there is no interaction model of the language '" + language + "'");
            }
            return parse(file, new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the interaction model " + file, e);
        }
    }

    /**
     * Reads a model and checks it by {@link ModelRules} and {@link DialectRules}.
     *
     * @param name what to call it in errors
     * @throws InvalidModelException if it is wrong; the message names every fault
     */
    public static InteractionModel parse(String name, String json) {
        InteractionModel model = read(name, json);
        List<String> faults = new ArrayList<>(ModelRules.faultsOf(model));
        faults.addAll(DialectRules.faultsOf(model));
        if (!faults.isEmpty()) {
            throw new InvalidModelException(name + ": " + String.join("; ", faults), null);
        }
        return model;
    }

    private static InteractionModel read(String name, String json) {
        try {
            return MAPPER.readValue(json, InteractionModel.class);
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")";
            throw new InvalidModelException(name + place + ": " + e.getOriginalMessage(), e);
        }
    }

    /** The same model in the words of a locale. */
    InteractionModel in(Dialect dialect) {
        List<Intent> spoken = intents.stream().map(dialect::spoken).toList();
        return new InteractionModel(language, List.of(dialect), invocationName, spoken, types);
    }

    /** The intent of a name, if the model has it. */
    public Optional<Intent> intent(String name) {
        return intents.stream().filter(intent -> intent.name().equals(name)).findFirst();
    }

    /**
     * A place where the language is spoken.
     *
     * @param locale language and region: {@code en-GB}
     * @param wording the words that are others there, by the word in the samples; slots stay as they are
     * @param samples what else is said there, by intent
     */
    public record Dialect(String locale, Map<String, String> wording, Map<String, List<String>> samples) {

        public Dialect(
                @JsonProperty("locale") String locale,
                @JsonProperty("wording") Map<String, String> wording,
                @JsonProperty("samples") Map<String, List<String>> samples) {
            this.locale = locale;
            this.wording = Map.copyOf(wording);
            this.samples = Map.copyOf(samples);
        }

        private Intent spoken(Intent intent) {
            Stream<String> worded = intent.samples().stream().map(this::worded);
            Stream<String> more = samples.getOrDefault(intent.name(), List.of()).stream();
            return new Intent(
                    intent.name(), intent.slots(), Stream.concat(worded, more).toList());
        }

        private String worded(String sample) {
            return Arrays.stream(sample.split(" "))
                    .map(word -> wording.getOrDefault(word, word))
                    .collect(Collectors.joining(" "));
        }
    }

    /**
     * Something that can be meant.
     *
     * @param name its name; Alexa's own begin with {@code AMAZON.}
     * @param slots what may be left open in its samples
     * @param samples what people say to mean it; none for Alexa's own, which come with theirs
     */
    public record Intent(String name, List<Slot> slots, List<String> samples) {

        public Intent(
                @JsonProperty("name") String name,
                @JsonProperty("slots") List<Slot> slots,
                @JsonProperty("samples") List<String> samples) {
            this.name = name;
            this.slots = List.copyOf(slots);
            this.samples = List.copyOf(samples);
        }

        /** Whether the intent is one of Alexa's own. */
        public boolean isBuiltIn() {
            return name.startsWith("AMAZON.");
        }

        /** The slot of a name, if the intent has it. */
        public Optional<Slot> slot(String slotName) {
            return slots.stream().filter(slot -> slot.name().equals(slotName)).findFirst();
        }
    }

    /**
     * A place in a sample that is filled by what is said; written there as {@code {name}}.
     *
     * @param type one of Alexa's own types ({@code AMAZON.NUMBER}) or one of {@link InteractionModel#types}
     */
    public record Slot(
            @JsonProperty("name") String name,
            @JsonProperty("type") String type) {}

    /** A slot type of the skill's own. */
    public record SlotType(String name, List<Value> values) {

        public SlotType(@JsonProperty("name") String name, @JsonProperty("values") List<Value> values) {
            this.name = name;
            this.values = List.copyOf(values);
        }
    }

    /**
     * A value of a slot type.
     *
     * @param id what the skill gets
     * @param value what is said
     * @param synonyms what else is said for it
     */
    public record Value(String id, String value, List<String> synonyms) {

        public Value(
                @JsonProperty("id") String id,
                @JsonProperty("value") String value,
                @JsonProperty("synonyms") List<String> synonyms) {
            this.id = id;
            this.value = value;
            this.synonyms = List.copyOf(synonyms);
        }
    }
}
