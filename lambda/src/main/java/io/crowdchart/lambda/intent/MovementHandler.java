package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.Movements;
import io.crowdchart.lambda.speech.Messages;
import java.util.Optional;
import java.util.Set;

/** "What's climbing?", "What's falling?", "What's new?": today against yesterday, this hour against the one before. */
final class MovementHandler extends IntentHandler {

    private final ChartTalk talk;
    private final Telling telling;

    private MovementHandler(String intent, ChartTalk talk, Telling telling) {
        super(Set.of(intent), Set.of(Turn.PERIOD));
        this.talk = talk;
        this.telling = telling;
    }

    /** Which of the movements are told, and how. */
    private interface Telling {
        Optional<String> told(Movements movements, Messages messages);
    }

    static MovementHandler climbing(ChartTalk talk) {
        return new MovementHandler(
                "ClimbingIntent", talk, (movements, messages) -> messages.climbing(movements.climbing()));
    }

    static MovementHandler falling(ChartTalk talk) {
        return new MovementHandler(
                "FallingIntent", talk, (movements, messages) -> messages.falling(movements.falling()));
    }

    static MovementHandler newcomers(ChartTalk talk) {
        return new MovementHandler(
                "NewSongsIntent", talk, (movements, messages) -> messages.newcomers(movements.newcomers()));
    }

    @Override
    Reply reply(Turn turn) {
        Messages messages = turn.messages();
        ChartPeriod period = turn.period()
                .or(() -> turn.memory().period())
                .filter(asked -> asked.before().isPresent())
                .orElse(ChartPeriod.TODAY);
        ChartPeriod before = period.before().orElseThrow();
        return talk.compared(period, before, messages, view -> {
            String told = view.earlier().isEmpty()
                    ? messages.nothingBefore(before.key())
                    : telling.told(Movements.between(view.earlier(), view.lines()), messages)
                            .orElseGet(() -> messages.nothingMoved(before.key()));
            return Reply.answer(told).keeping(Memory.NONE.withPeriod(period));
        });
    }
}
