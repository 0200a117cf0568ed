package io.crowdchart.local.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.Languages;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.ChartSkillHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

    @ParameterizedTest
    @MethodSource("dialogues")
    void the_dialogue_is_as_the_script_says(String language, DialogueScript.Dialogue dialogue) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        UtteranceMatcher matcher = Objects.requireNonNull(MATCHERS.get(language), language);
        var skill = new Skill(new ChartSkillHandler(SKILL_ID, dialogue.charts(), clock));
        var conversation = new Conversation(skill, SKILL_ID, matcher, clock);
        assertThat(dialogue.turns()).isNotEmpty();
        for (DialogueScript.Turn turn : dialogue.turns()) {
            assertThat(conversation.ask(turn.said())).as(turn.said()).isEqualTo(turn.answer());
        }
    }
}
