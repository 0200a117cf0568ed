package io.crowdchart.local.skill;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import io.crowdchart.lambda.ChartSkillHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dialogues of the scripts, word for word, typed into the console of the real handler. */
class DialogueTest {

    private static final String SKILL_ID = "amzn1.ask.skill.test";

    /** In the zone of the charts it is another day and another hour than in UTC. */
    private static final Instant NOW = Instant.parse("2026-11-23T23:30:00Z");

    private static final UtteranceMatcher MATCHER = new UtteranceMatcher(InteractionModel.of("en"));

    static List<DialogueScript.Dialogue> dialogues() {
        return DialogueScript.in("en", NOW);
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void the_dialogue_is_as_the_script_says(DialogueScript.Dialogue dialogue) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var skill = new Skill(new ChartSkillHandler(SKILL_ID, dialogue.charts(), clock));
        var conversation = new Conversation(skill, SKILL_ID, MATCHER, clock);
        assertThat(dialogue.turns()).isNotEmpty();
        for (DialogueScript.Turn turn : dialogue.turns()) {
            assertThat(conversation.ask(turn.said())).as(turn.said()).isEqualTo(turn.answer());
        }
    }
}
