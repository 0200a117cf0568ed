package io.crowdchart.lambda.intent;

import io.crowdchart.cache.read.ChartView;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.chart.Movements;
import io.crowdchart.lambda.chart.Movements.Movement;
import io.crowdchart.lambda.screen.ChartScreen;
import io.crowdchart.lambda.screen.ShownSong;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.model.chart.ChartEntry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** "What's climbing?", "What's falling?", "What's new?": today against yesterday, this hour against the one before. */
final class MovementHandler extends IntentHandler {

    private final ChartTalk talk;
    private final Telling telling;
    private final Showing shown;

    private MovementHandler(String intent, ChartTalk talk, Telling telling, Showing shown) {
        super(Set.of(intent), Set.of(Turn.PERIOD));
        this.talk = talk;
        this.telling = telling;
        this.shown = shown;
    }

    /** Which of the movements are told, and how. */
    private interface Telling {
        Optional<String> told(Movements movements, Messages messages);
    }

    /** Which songs are shown. */
    private interface Showing {
        Stream<ChartEntry> among(Movements movements);
    }

    static MovementHandler climbing(ChartTalk talk) {
        return new MovementHandler(
                "ClimbingIntent",
                talk,
                (movements, messages) -> messages.climbing(movements.climbing()),
                movements -> lines(movements.climbing()));
    }

    static MovementHandler falling(ChartTalk talk) {
        return new MovementHandler(
                "FallingIntent",
                talk,
                (movements, messages) -> messages.falling(movements.falling()),
                movements -> lines(movements.falling()));
    }

    static MovementHandler newcomers(ChartTalk talk) {
        return new MovementHandler(
                "NewSongsIntent",
                talk,
                (movements, messages) -> messages.newcomers(movements.newcomers()),
                movements -> movements.newcomers().stream());
    }

    @Override
    Reply reply(Turn turn) {
        Messages messages = turn.messages();
        ChartPeriod period = turn.period()
                .or(() -> turn.memory().period())
                .filter(asked -> asked.before().isPresent())
                .orElse(ChartPeriod.TODAY);
        ChartPeriod before = period.before().orElseThrow();
        return talk.compared(period, before, turn, view -> told(view, period, before, messages));
    }

    private Reply told(ChartView view, ChartPeriod period, ChartPeriod before, Messages messages) {
        Memory memory = Memory.NONE.withPeriod(period);
        if (view.earlier().isEmpty()) {
            return Reply.answer(messages.nothingBefore(before.key())).keeping(memory);
        }
        Movements movements = Movements.between(view.earlier(), view.lines());
        return telling.told(movements, messages)
                .map(told -> Reply.answer(told)
                        .keeping(onlyOne(movements).map(memory::withSong).orElse(memory))
                        .showing(new ChartScreen(
                                period,
                                ShownSong.among(
                                        shown.among(movements)
                                                .limit(Messages.MOST_NAMES)
                                                .toList(),
                                        view.earlier()))))
                .orElseGet(
                        () -> Reply.answer(messages.nothingMoved(before.key())).keeping(memory));
    }

    /** The song that "it" means, where no other one is named. */
    private Optional<String> onlyOne(Movements movements) {
        List<ChartEntry> first = shown.among(movements).limit(2).toList();
        return first.size() == 1 ? Optional.of(first.get(0).song().key()) : Optional.empty();
    }

    private static Stream<ChartEntry> lines(List<Movement> moved) {
        return moved.stream().map(Movement::line);
    }
}
