package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.LaunchRequest;
import com.amazon.ask.model.Response;
import io.crowdchart.lambda.speech.Messages;
import java.util.Optional;

/** "Open crowd chart": says at once who is number one, or how to vote. */
final class LaunchHandler implements RequestHandler {

    private final ChartTalk talk;

    LaunchHandler(ChartTalk talk) {
        this.talk = talk;
    }

    @Override
    public boolean canHandle(HandlerInput input) {
        return input.getRequest() instanceof LaunchRequest;
    }

    @Override
    public Optional<Response> handle(HandlerInput input) {
        Turn turn = Turn.of(input);
        Messages messages = turn.messages();
        Reply reply = RankQuestion.opening(talk, turn).after(messages.welcome(), messages);
        // Without a chart there is nothing to ask about.
        return Optional.of(turn.say(reply.then() == Reply.Then.END ? reply : reply.asking()));
    }
}
