package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.InteractionModel.Intent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is generated in {@code skill-package/} is what the sources say, and keeps what Alexa asks of all locales together. */
class SkillPackageTest {

    /** "The chart" asks for as many songs as the skill likes; all other intents have nothing to say without their slot. */
    private static final Set<String> COMPLETE_WITHOUT_SLOTS = Set.of("TopSongsIntent");

    private static final Set<String> ASKED_FOR_BY_ALEXA = Set.of(
            "AMAZON.HelpIntent",
            "AMAZON.StopIntent",
            "AMAZON.CancelIntent",
            "AMAZON.NavigateHomeIntent",
            "AMAZON.FallbackIntent");

    static List<InteractionModel> spoken() {
        return SkillPackage.languages().stream()
                .flatMap(language -> language.locales().stream().map(language::in))
                .toList();
    }

    @BeforeAll
    static void write_it_anew_if_asked_to() throws IOException {
        if (!Boolean.getBoolean("write.skill-package")) {
            return;
        }
        Files.createDirectories(SkillPackage.MODELS);
        try (Stream<Path> old = Files.list(SkillPackage.MODELS)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> model : SkillPackage.models().entrySet()) {
            Files.writeString(SkillPackage.MODELS.resolve(model.getKey()), model.getValue());
        }
        Files.createDirectories(SkillPackage.IMAGES);
        for (int size : SkillPackage.ICONS) {
            ImageIO.write(SkillIcon.drawn(size), "png", SkillPackage.icon(size).toFile());
        }
    }

    @Test
    void the_committed_models_say_what_the_sources_say() throws IOException {
        Map<String, String> committed = new TreeMap<>();
        try (Stream<Path> files = Files.list(SkillPackage.MODELS)) {
            files.forEach(file -> committed.put(file.getFileName().toString(), text(file)));
        }

        assertThat(committed)
                .as("the models are generated; write them anew with: " + SkillPackage.COMMAND)
                .isEqualTo(SkillPackage.models());
    }

    @ParameterizedTest
    @ValueSource(ints = {108, 512})
    void the_committed_icons_are_the_ones_drawn(int size) throws IOException {
        BufferedImage committed = ImageIO.read(SkillPackage.icon(size).toFile());

        assertThat(committed.getWidth()).isEqualTo(size);
        assertThat(committed.getHeight()).isEqualTo(size);
        assertThat(pixels(committed))
                .as("the icons are drawn by SkillIcon; write them anew with: " + SkillPackage.COMMAND)
                .isEqualTo(pixels(SkillIcon.drawn(size)));
        assertThat(Files.size(SkillPackage.icon(size))).isLessThan(50_000);
    }

    @Test
    void english_is_spoken_in_five_places_each_in_its_spelling() {
        Map<String, String> models = SkillPackage.models();

        assertThat(models).containsKeys("en-US.json", "en-GB.json", "en-AU.json", "en-CA.json", "en-IN.json");
        assertThat(models.get("en-US.json")).contains("favorite").doesNotContain("favourite");
        assertThat(models.get("en-GB.json")).contains("favourite").doesNotContain("favorite");
    }

    @Test
    void all_locales_have_the_same_intents_with_the_same_slots() {
        Map<String, Map<String, Set<String>>> slotsByLocale = spoken().stream()
                .collect(Collectors.toMap(
                        model -> model.locales().get(0).locale(),
                        model -> model.intents().stream()
                                .collect(Collectors.toMap(Intent::name, SkillPackageTest::slots))));

        assertThat(Set.copyOf(slotsByLocale.values()))
                .as("by locale: %s", slotsByLocale)
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void a_locale_has_the_intents_that_alexa_asks_for(InteractionModel model) {
        assertThat(model.intents()).extracting(Intent::name).containsAll(ASKED_FOR_BY_ALEXA);
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void no_sample_leaves_out_what_its_intent_is_about(InteractionModel model) {
        assertThat(model.intents().stream()
                        .filter(intent -> !intent.slots().isEmpty() && !COMPLETE_WITHOUT_SLOTS.contains(intent.name()))
                        .flatMap(intent -> intent.samples().stream())
                        .filter(sample -> ModelRules.slotsIn(sample).isEmpty()))
                .isEmpty();
    }

    private static Set<String> slots(Intent intent) {
        return intent.slots().stream().map(slot -> slot.name()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
