package io.crowdchart.lambda.intent;

import java.util.Set;

/** "What's number one?" */
final class NumberOneHandler extends IntentHandler {

    private final ChartTalk talk;

    NumberOneHandler(ChartTalk talk) {
        super(Set.of("NumberOneIntent"), Set.of());
        this.talk = talk;
    }

    @Override
    Reply reply(Turn turn) {
        RankQuestion question = new RankQuestion(1);
        return talk.reply(question.query(), turn.messages(), view -> question.told(view, turn.messages()));
    }
}
