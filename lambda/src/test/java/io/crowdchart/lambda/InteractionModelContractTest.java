package io.crowdchart.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import io.crowdchart.interactionmodel.InteractionModel;
import io.crowdchart.interactionmodel.InteractionModel.Intent;
import io.crowdchart.interactionmodel.InteractionModel.Slot;
import io.crowdchart.lambda.chart.PeriodReader;
import io.crowdchart.lambda.intent.IntentHandler;
import io.crowdchart.lambda.intent.SkillHandlers;
import io.crowdchart.lambda.song.LiveSongs;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people can say and what the skill answers are written down in two places; this holds them together. */
class InteractionModelContractTest {

    private static List<IntentHandler> handlers() {
        SomeChart chart = SomeChart.empty();
        List<RequestHandler> all = SkillHandlers.requestHandlers(
                new PeriodReader(chart, SomeChart.CLOCK, ZoneOffset.UTC), new LiveSongs(chart, SomeChart.CLOCK));
        return all.stream()
                .filter(IntentHandler.class::isInstance)
                .map(IntentHandler.class::cast)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("io.crowdchart.interactionmodel.Languages#all")
    void every_intent_has_one_handler_and_every_handler_knows_the_slots(String language) {
        Map<String, Set<String>> answered = new TreeMap<>();
        for (IntentHandler handler : handlers()) {
            for (String intent : handler.intents()) {
                assertThat(answered.put(intent, handler.slots()))
                        .as("%s has two handlers", intent)
                        .isNull();
            }
        }
        Map<String, Set<String>> said = new TreeMap<>();
        for (Intent intent : InteractionModel.of(language).intents()) {
            said.put(
                    intent.name(),
                    Set.copyOf(intent.slots().stream().map(Slot::name).toList()));
        }

        assertThat(new TreeSet<>(answered.keySet())).isEqualTo(said.keySet());
        assertThat(answered).isEqualTo(said);
    }
}
