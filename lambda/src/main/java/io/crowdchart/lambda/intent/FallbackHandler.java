package io.crowdchart.lambda.intent;

import io.crowdchart.lambda.screen.HelpScreen;
import io.crowdchart.lambda.speech.Messages;
import java.util.Optional;
import java.util.Set;

/** What is no question for this skill, or no answer to one of its own. */
final class FallbackHandler extends IntentHandler {

    FallbackHandler() {
        super(Set.of("AMAZON.FallbackIntent"), Set.of());
    }

    @Override
    Reply reply(Turn turn) {
        return misunderstood(turn);
    }

    /** What was asked before is asked again, so that it can still be answered. */
    static Reply misunderstood(Turn turn) {
        Messages messages = turn.messages();
        Memory memory = turn.memory();
        Optional<Reply> question = memory.offeredSongs()
                .flatMap(offer -> memory.said()
                        .map(asked ->
                                Reply.question(asked, offer).keeping(memory).after(messages.misheard(), messages)));
        return question.orElseGet(() -> memory.offersMore()
                ? Reply.ask(messages.misheard()).keeping(memory)
                : Reply.ask(messages.fallback()).keeping(memory).showing(new HelpScreen()));
    }
}
