package io.crowdchart.interactionmodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code skill.json} says what certification asks for, fits the models, and is written as ask-cli writes it. */
class SkillManifestTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path MANIFEST = SkillPackage.FOLDER.resolve("skill.json");
    private static final Path RESOURCES = Path.of("..", "ask-resources.json");

    private static final Pattern LOCALES = Pattern.compile("((?:[a-z]{2}-[A-Z]{2}(?:, )?)+): ");
    private static final Pattern PHRASE = Pattern.compile("(a title and )?\"([^\"]+)\"( and a title)?");

    static List<InteractionModel> spoken() {
        return SkillPackageTest.spoken();
    }

    @Test
    void it_is_told_in_the_locales_in_which_it_is_spoken() throws IOException {
        Set<String> locales = new TreeSet<>();
        spoken().forEach(model -> locales.add(model.locales().get(0).locale()));

        assertThat(names(manifest().at("/publishingInformation/locales"))).isEqualTo(locales);
        assertThat(names(manifest().at("/privacyAndCompliance/locales"))).isEqualTo(locales);
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void the_first_example_opens_the_skill_and_the_others_are_samples(InteractionModel model) throws IOException {
        UtteranceMatcher matcher = new UtteranceMatcher(model);
        List<String> phrases = texts(told(model).path("examplePhrases"));

        assertThat(phrases).hasSize(3).doesNotHaveDuplicates();
        assertThat(phrases.get(0)).matches("(?:Alexa|アレクサ).*");
        assertThat(together(phrases.get(0))).contains(together(model.invocationName()));
        assertThat(matcher.meaningOf(phrases.get(0))).as(phrases.get(0)).isEqualTo(new Meaning.Launch());
        assertThat(phrases.subList(1, phrases.size())).allMatch(matcher::isSample);
    }

    @ParameterizedTest
    @MethodSource("spoken")
    void the_store_has_something_to_show(InteractionModel model) throws IOException {
        JsonNode told = told(model);

        assertThat(together(told.path("name").asText())).isEqualTo(together(model.invocationName()));
        assertThat(told.path("summary").asText()).hasSizeBetween(20, 160);
        assertThat(told.path("description").asText())
                .hasSizeBetween(100, 4000)
                .contains(texts(told.path("examplePhrases")).get(0));
        assertThat(texts(told.path("keywords"))).hasSizeBetween(1, 30).doesNotHaveDuplicates();
        assertThat(told.path("smallIconUri").asText()).isEqualTo(uri(108));
        assertThat(told.path("largeIconUri").asText()).isEqualTo(uri(512));
        assertThat(manifest()
                        .at("/privacyAndCompliance/locales/"
                                + model.locales().get(0).locale() + "/privacyPolicyUrl")
                        .asText())
                .startsWith("https://");
    }

    @Test
    void every_question_of_certification_has_an_answer() throws IOException {
        JsonNode publishing = manifest().path("publishingInformation");
        JsonNode privacy = manifest().path("privacyAndCompliance");

        assertThat(publishing.path("category").asText()).isEqualTo("MUSIC_INFO_REVIEWS_AND_RECOGNITION_SERVICE");
        assertThat(publishing.path("testingInstructions").asText()).hasSizeBetween(100, 4000);
        assertThat(publishing.path("isAvailableWorldwide").asBoolean()).isTrue();
        assertThat(List.of(
                        "allowsPurchases", "usesPersonalInfo", "isChildDirected", "isExportCompliant", "containsAds"))
                .allSatisfy(question -> assertThat(privacy.path(question).isBoolean())
                        .as(question)
                        .isTrue());
    }

    @Test
    void testers_are_told_what_to_say_in_every_locale() throws IOException {
        Map<String, List<String>> told = phrasesForTesters();

        assertThat(told).containsOnlyKeys(Languages.locales());
        for (String locale : Languages.locales()) {
            UtteranceMatcher matcher = new UtteranceMatcher(Languages.modelOf(locale));
            assertThat(told.get(locale))
                    .as(locale)
                    .extracting(phrase -> named(matcher.meaningOf(phrase)))
                    .containsExactly(
                            "LaunchRequest",
                            "TopSongsIntent",
                            "RankPositionIntent",
                            "SongRankIntent",
                            "ClimbingIntent",
                            "HowFreshIntent",
                            "AMAZON.HelpIntent",
                            "AMAZON.StopIntent",
                            "NumberOneIntent");
        }
    }

    /** What is in quotes in a line that begins with locales is said there; in all other lines it is English. */
    private static Map<String, List<String>> phrasesForTesters() throws IOException {
        Map<String, List<String>> phrases = new TreeMap<>();
        InteractionModel.of("en").locales().forEach(dialect -> phrases.put(dialect.locale(), new ArrayList<>()));
        List<String> english = List.copyOf(phrases.keySet());
        String text =
                manifest().at("/publishingInformation/testingInstructions").asText();
        for (String line : text.lines().toList()) {
            Matcher start = LOCALES.matcher(line);
            List<String> locales = start.lookingAt() ? List.of(start.group(1).split(", ")) : english;
            List<String> quoted =
                    PHRASE.matcher(line).results().map(SkillManifestTest::said).toList();
            locales.forEach(locale ->
                    phrases.computeIfAbsent(locale, any -> new ArrayList<>()).addAll(quoted));
        }
        return phrases;
    }

    private static String said(MatchResult phrase) {
        String before = phrase.group(1) == null ? "" : "July ";
        String behind = phrase.group(3) == null ? "" : " July";
        return before + phrase.group(2) + behind;
    }

    private static String named(Meaning meaning) {
        return meaning instanceof Meaning.Intent intent ? intent.name() : "LaunchRequest";
    }

    /** ask-cli writes both files at the end of each deployment; in its own form, that changes nothing. */
    @Test
    void both_files_are_written_as_ask_cli_writes_them() throws IOException {
        for (Path file : List.of(MANIFEST, RESOURCES)) {
            String text = Files.readString(file);
            assertThat(text).isEqualTo(MAPPER.writer(LocaleModel.printer()).writeValueAsString(MAPPER.readTree(text)));
        }
    }

    @Test
    void the_command_line_finds_the_skill_package_and_builds_no_code() throws IOException {
        JsonNode profile = MAPPER.readTree(RESOURCES.toFile()).at("/profiles/default");

        assertThat(Path.of("..")
                        .resolve(profile.at("/skillMetadata/src").asText())
                        .normalize())
                .isEqualTo(SkillPackage.FOLDER);
        assertThat(names(profile)).containsExactly("skillMetadata");
    }

    @Test
    void nothing_is_uploaded_that_is_a_link_or_hidden() throws IOException {
        try (Stream<Path> files = Files.walk(SkillPackage.FOLDER)) {
            assertThat(files.skip(1)).isNotEmpty().allSatisfy(file -> {
                assertThat(file)
                        .as("a link would be uploaded as its text")
                        .matches(path -> !Files.isSymbolicLink(path));
                assertThat(file.getFileName().toString())
                        .as("a hidden file would be left out")
                        .doesNotStartWith(".");
            });
        }
    }

    private static JsonNode manifest() throws IOException {
        return MAPPER.readTree(MANIFEST.toFile()).path("manifest");
    }

    private static JsonNode told(InteractionModel model) throws IOException {
        return manifest()
                .at("/publishingInformation/locales/" + model.locales().get(0).locale());
    }

    private static String uri(int size) {
        return "file://"
                + SkillPackage.FOLDER
                        .relativize(SkillPackage.icon(size))
                        .toString()
                        .replace('\\', '/');
    }

    /** Japanese is written without the spaces of an invocation name. */
    private static String together(String text) {
        return text.replace(" ", "").toLowerCase(Locale.ROOT);
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, index -> index < array.size(), index -> index + 1)
                .map(index -> array.get(index).asText())
                .toList();
    }
}
