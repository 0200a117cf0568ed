package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.chart.ChartPeriod;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** "Who is third?", "What's number three?", and after an answer about another chart, "and second?"; of two songs that were offered, one. */
final class RankPositionHandler extends IntentHandler {

    private static final String ORDINAL = "position";
    private static final String NUMBER = "number";

    private final ChartTalk talk;
    private final SongChoice choice;

    RankPositionHandler(ChartTalk talk, SongChoice choice) {
        super(Set.of("RankPositionIntent"), Set.of(ORDINAL, NUMBER, Turn.PERIOD));
        this.talk = talk;
        this.choice = choice;
    }

    @Override
    Reply reply(Turn turn) {
        OptionalInt rank =
                SpokenNumber.in(turn.slot(ORDINAL).or(() -> turn.slot(NUMBER)).orElse(""));
        if (rank.isEmpty()) {
            return Reply.ask(turn.messages().noRank()).keeping(turn.context());
        }
        return choice(rank.getAsInt(), turn).orElseGet(() -> {
            ChartPeriod period = turn.period().or(() -> turn.memory().period()).orElse(ChartPeriod.ALL_TIME);
            return new RankQuestion(rank.getAsInt(), period).reply(talk, turn);
        });
    }

    /** "Did you mean Hello, or Yellow?" - "The second one." */
    private Optional<Reply> choice(int position, Turn turn) {
        boolean ofTwo = turn.memory()
                .offeredSongs()
                .filter(offer -> offer.keys().size() > 1)
                .isPresent();
        return ofTwo && turn.slot(ORDINAL).isPresent() && turn.period().isEmpty()
                ? choice.chosen(position, turn)
                : Optional.empty();
    }
}
