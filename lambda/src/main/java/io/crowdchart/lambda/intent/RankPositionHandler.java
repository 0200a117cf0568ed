package io.crowdchart.lambda.intent;

import java.util.OptionalInt;
import java.util.Set;

/** "Who is third?", "What's number three?" */
final class RankPositionHandler extends IntentHandler {

    private static final String ORDINAL = "position";
    private static final String NUMBER = "number";

    private final ChartTalk talk;

    RankPositionHandler(ChartTalk talk) {
        super(Set.of("RankPositionIntent"), Set.of(ORDINAL, NUMBER));
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        OptionalInt rank =
                SpokenNumber.in(turn.slot(ORDINAL).or(() -> turn.slot(NUMBER)).orElse(""));
        if (rank.isEmpty()) {
            return Reply.ask(turn.messages().noRank());
        }
        RankQuestion question = new RankQuestion(rank.getAsInt());
        return talk.reply(question.query(), turn.messages(), view -> question.told(view, turn.messages()));
    }
}
