package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.SessionEndedRequest;
import com.amazon.ask.model.interfaces.system.ExceptionEncounteredRequest;
import java.util.Optional;

/** Takes note of what nobody hears an answer to: the end of a session, and Alexa's report of a bad response. */
final class SilentHandler implements RequestHandler {

    @Override
    public boolean canHandle(HandlerInput input) {
        return input.getRequest() instanceof SessionEndedRequest
                || input.getRequest() instanceof ExceptionEncounteredRequest;
    }

    @Override
    public Optional<Response> handle(HandlerInput input) {
        return Optional.of(Turn.silence());
    }
}
