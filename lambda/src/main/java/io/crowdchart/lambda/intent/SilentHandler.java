package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.SessionEndedRequest;
import com.amazon.ask.model.interfaces.alexa.presentation.apl.RuntimeError;
import com.amazon.ask.model.interfaces.alexa.presentation.apl.RuntimeErrorEvent;
import com.amazon.ask.model.interfaces.system.ExceptionEncounteredRequest;
import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes note of what nobody hears an answer to: the end of a session, Alexa's report of a bad response, and a screen's report of
 * a bad document.
 */
final class SilentHandler implements RequestHandler {

    private static final int MOST_ERRORS = 10;

    /** Names of Alexa's and tokens of ours; a message could hold titles. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,40}");

    @Override
    public boolean canHandle(HandlerInput input) {
        return input.getRequest() instanceof SessionEndedRequest
                || input.getRequest() instanceof ExceptionEncounteredRequest
                || input.getRequest() instanceof RuntimeErrorEvent;
    }

    @Override
    public Optional<Response> handle(HandlerInput input) {
        if (input.getRequest() instanceof RuntimeErrorEvent event
                && input.getContext() instanceof Context context
                && context.getLogger() != null) {
            context.getLogger().log(described(event));
        }
        return Optional.of(Turn.silence());
    }

    private static String described(RuntimeErrorEvent event) {
        StringBuilder text = new StringBuilder("a screen could not show ")
                .append(name(event.getToken()))
                .append(':');
        Objects.requireNonNullElse(event.getErrors(), List.<RuntimeError>of()).stream()
                .limit(MOST_ERRORS)
                .forEach(error -> text.append(' ').append(name(error == null ? null : error.getType())));
        return text.append('\n').toString();
    }

    private static String name(@Nullable String text) {
        return text != null && NAME.matcher(text).matches() ? text : "?";
    }
}
