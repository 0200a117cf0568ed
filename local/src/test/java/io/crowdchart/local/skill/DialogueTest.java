package io.crowdchart.local.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.Languages;
import io.crowdchart.interactionmodel.Meaning;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.ChartSkillHandler;
import java.io.IOException;
import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialogues of the scripts, word for word, typed into the console of the real handler. */
class DialogueTest {

    private static final String SKILL_ID = "amzn1.ask.skill.test";

    /** In the zone of the charts it is another day and another hour than in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    /** The locale of a language is its first. */
    private static final Map<String, UtteranceMatcher> MATCHERS = Languages.all().stream()
            .collect(Collectors.toMap(language -> language, language -> new UtteranceMatcher(first(language))));

    private static InteractionModel first(String language) {
        return Languages.modelOf(InteractionModel.of(language).locales().get(0).locale());
    }

    static Stream<Arguments> dialogues() {
        return Languages.all().stream()
                .flatMap(language ->
                        DialogueScript.in(language, NOW).stream().map(dialogue -> Arguments.of(language, dialogue)));
    }

    @Test
    void every_script_is_of_a_language_that_is_spoken() throws IOException {
        try (Stream<Path> scripts = Files.list(Path.of("src/test/resources/dialogues"))) {
            assertThat(scripts.map(script -> script.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Languages.all());
        }
    }

    /** A Japanese sign is a syllable or more, a letter is less. */
    private static double seconds(String text) {
        long japanese = text.codePoints()
                .mapToObj(UnicodeScript::of)
                .filter(Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA)::contains)
                .count();
        return japanese / 7.0 + (text.codePointCount(0, text.length()) - japanese) / 15.0;
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void no_answer_takes_longer_to_say_than_people_listen(String language, DialogueScript.Dialogue dialogue) {
        assertThat(dialogue.turns())
                .allSatisfy(turn ->
                        assertThat(seconds(turn.answer())).as(turn.answer()).isLessThanOrEqualTo(20));
    }

    /** What makes a chart a special one, by what it is called here. */
    private static final Map<String, Predicate<DialogueCharts>> KINDS = Map.of(
            "stale", charts -> charts.state().equals("stale"),
            "empty", charts -> charts.state().equals("empty"),
            "rebuilding", charts -> charts.state().equals("rebuilding"),
            "unreachable", charts -> charts.state().equals("unreachable"),
            "fresh", charts -> isFresh(charts) && charts.allTime().size() > 1,
            "one song", charts -> isFresh(charts) && charts.allTime().size() == 1,
            "tie", charts -> isFresh(charts) && charts.allTime().size() > 1 && isTied(charts),
            "hostile titles",
                    charts -> isFresh(charts)
                            && charts.allTime().stream()
                                    .anyMatch(line -> line.song().title().contains("<")));

    /** What Alexa herself understands, and the skill answers from a chart. */
    private static final Set<String> READING =
            Set.of("AMAZON.NextIntent", "AMAZON.MoreIntent", "AMAZON.PreviousIntent", "AMAZON.YesIntent");

    private static boolean isFresh(DialogueCharts charts) {
        return charts.state().equals("fresh");
    }

    private static boolean isTied(DialogueCharts charts) {
        return charts.allTime().stream().allMatch(line -> line.rank() == 1);
    }

    static Stream<Arguments> kindsOfCharts() {
        return Languages.all().stream()
                .flatMap(language -> KINDS.keySet().stream().sorted().map(kind -> Arguments.of(language, kind)));
    }

    @ParameterizedTest
    @MethodSource("kindsOfCharts")
    void every_question_is_asked_of_every_kind_of_chart(String language, String kind) {
        UtteranceMatcher matcher = Objects.requireNonNull(MATCHERS.get(language), language);
        Set<String> asked = DialogueScript.in(language, NOW).stream()
                .filter(dialogue ->
                        Objects.requireNonNull(KINDS.get(kind), kind).test(dialogue.charts()))
                .flatMap(dialogue -> dialogue.turns().stream())
                .map(turn -> matcher.meaningOf(turn.said()))
                .flatMap(
                        meaning -> meaning instanceof Meaning.Intent intent ? Stream.of(intent.name()) : Stream.empty())
                .collect(Collectors.toSet());
        Stream<String> own = first(language).intents().stream()
                .filter(intent -> !intent.isBuiltIn())
                .map(InteractionModel.Intent::name);

        assertThat(asked).containsAll(Stream.concat(own, READING.stream()).toList());
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void the_dialogue_is_as_the_script_says(String language, DialogueScript.Dialogue dialogue) {
        Conversation conversation = conversation(language, dialogue);
        assertThat(dialogue.turns()).isNotEmpty();
        for (DialogueScript.Turn turn : dialogue.turns()) {
            assertThat(conversation.ask(turn.said())).as(turn.said()).isEqualTo(turn.answer());
        }
    }

    private static Conversation conversation(String language, DialogueScript.Dialogue dialogue) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        UtteranceMatcher matcher = Objects.requireNonNull(MATCHERS.get(language), language);
        var skill = new Skill(new ChartSkillHandler(SKILL_ID, dialogue.charts(), clock));
        return new Conversation(skill, SKILL_ID, matcher, clock);
    }

    /**
     * Puts the answers of today into the scripts, with {@code -Dwrite.dialogues=true}, after a wording was changed. What they
     * say is what was wanted only if somebody has read the difference.
     */
    @Test
    @EnabledIfSystemProperty(named = "write.dialogues", matches = "true")
    void write_what_is_answered() throws IOException {
        for (String language : Languages.all()) {
            Iterator<String> answers = DialogueScript.in(language, NOW).stream()
                    .flatMap(dialogue -> {
                        Conversation conversation = conversation(language, dialogue);
                        return dialogue.turns().stream().map(turn -> conversation.ask(turn.said())).toList().stream();
                    })
                    .iterator();
            Path script = Path.of("src/test/resources/dialogues", language + ".txt");
            String written = Files.readAllLines(script).stream()
                    .map(line -> line.startsWith("Alexa:") ? "Alexa: " + answers.next() : line)
                    .collect(Collectors.joining("\n", "", "\n"));
            Files.writeString(script, written);
        }
    }
}
