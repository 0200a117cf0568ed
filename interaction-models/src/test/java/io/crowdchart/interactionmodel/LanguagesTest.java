package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import io.crowdchart.interactionmodel.InteractionModel.SlotType;
import io.crowdchart.interactionmodel.InteractionModel.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds in every language. */
class LanguagesTest {

    private static final InteractionModel ENGLISH = InteractionModel.of("en");

    /** Said and meant in the slots that are no number. */
    private static final Map<String, String> NAMES = Map.of("song", "Hey Jude", "other", "Whiskey Girl");

    static Stream<String> languages() {
        return Languages.all().stream();
    }

    static Stream<InteractionModel> locales() {
        return Languages.locales().stream().map(Languages::modelOf);
    }

    @Test
    void every_model_in_this_folder_is_of_a_known_language_and_has_its_phrases() throws IOException {
        assertThat(namesIn(Path.of(""))).isEqualTo(new TreeSet<>(Languages.all()));
        assertThat(namesIn(Path.of("phrases"))).isEqualTo(new TreeSet<>(Languages.all()));
    }

    private static Set<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.replace(".json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void a_locale_is_found_in_any_case() {
        assertThat(Languages.modelOf("EN-gb").locales().get(0).locale()).isEqualTo("en-GB");
    }

    @Test
    void a_locale_where_the_skill_is_not_spoken_is_refused_with_those_where_it_is() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Languages.modelOf("tlh-QO"))
                .withMessageStartingWith("expected one of en-US, en-GB, ")
                .withMessageEndingWith(", was 'tlh-QO'");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void a_locale_has_the_intents_slots_and_ids_of_english(InteractionModel model) {
        assertThat(slots(model)).isEqualTo(slots(ENGLISH));
        assertThat(ids(model)).isEqualTo(ids(ENGLISH));
    }

    private static Map<String, Set<Slot>> slots(InteractionModel model) {
        return model.intents().stream().collect(Collectors.toMap(Intent::name, intent -> Set.copyOf(intent.slots())));
    }

    private static Map<String, List<String>> ids(InteractionModel model) {
        return model.types().stream()
                .collect(Collectors.toMap(
                        SlotType::name,
                        type -> type.values().stream().map(Value::id).sorted().toList()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void every_intent_of_alexa_has_phrases(String language) {
        Map<String, List<String>> builtIn = Phrases.of(language).builtIn();

        assertThat(builtIn.keySet())
                .containsExactlyInAnyOrderElementsOf(ENGLISH.intents().stream()
                        .map(Intent::name)
                        .filter(name -> name.startsWith("AMAZON.") && !name.equals(UtteranceMatcher.FALLBACK))
                        .toList());
        assertThat(builtIn.values()).noneMatch(List::isEmpty);
    }

    @ParameterizedTest
    @MethodSource("locales")
    void every_sample_means_its_intent_and_no_other(InteractionModel model) {
        UtteranceMatcher matcher = new UtteranceMatcher(model);
        List<String> misunderstood = new ArrayList<>();
        for (Intent intent : model.intents()) {
            List<String> samples = intent.isBuiltIn()
                    ? Phrases.of(model.language()).builtIn().getOrDefault(intent.name(), List.of())
                    : intent.samples();
            for (String sample : samples) {
                Meaning expected = meant(model, intent, sample);
                Meaning meaning = matcher.meaningOf(said(model, sample));
                if (!meaning.equals(expected)) {
                    misunderstood.add(sample + " of " + intent.name() + ": " + meaning);
                }
            }
        }

        assertThat(misunderstood).isEmpty();
    }

    private static String said(InteractionModel model, String sample) {
        String said = sample;
        for (String slot : ModelRules.slotsIn(sample)) {
            said = said.replace("{" + slot + "}", words(model, slot));
        }
        return said;
    }

    private static String words(InteractionModel model, String slot) {
        return switch (slot) {
            case "count", "number" -> seven(model, "cardinal");
            case "position" -> seven(model, "ordinal");
            case "period" -> yesterday(model);
            default -> Objects.requireNonNull(NAMES.get(slot), slot);
        };
    }

    private static String seven(InteractionModel model, String kind) {
        var spelt = new RuleBasedNumberFormat(ULocale.forLanguageTag(model.language()), RuleBasedNumberFormat.SPELLOUT);
        String rules = Arrays.stream(spelt.getRuleSetNames())
                .filter(name -> name.contains(kind))
                .findFirst()
                .orElseThrow();
        return spelt.format(7, rules);
    }

    private static Meaning meant(InteractionModel model, Intent intent, String sample) {
        Map<String, String> slots = new HashMap<>();
        for (String slot : ModelRules.slotsIn(sample)) {
            boolean counts = List.of("count", "number", "position").contains(slot);
            slots.put(slot, counts ? "7" : words(model, slot));
        }
        return new Meaning.Intent(
                intent.name(), slots, slots.containsKey("period") ? Map.of("period", "YESTERDAY") : Map.of());
    }

    private static String yesterday(InteractionModel model) {
        return model.type("ChartPeriod").orElseThrow().values().stream()
                .filter(value -> value.id().equals("YESTERDAY"))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
