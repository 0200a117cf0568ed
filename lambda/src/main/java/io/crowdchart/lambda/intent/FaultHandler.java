package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.exception.ExceptionHandler;
import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.model.Response;
import com.amazonaws.services.lambda.runtime.Context;
import java.util.Optional;

/** The skill's last word when a handler fails. It must not fail itself. */
final class FaultHandler implements ExceptionHandler {

    @Override
    public boolean canHandle(HandlerInput input, Throwable fault) {
        return true;
    }

    @Override
    public Optional<Response> handle(HandlerInput input, Throwable fault) {
        if (input.getContext() instanceof Context context && context.getLogger() != null) {
            context.getLogger().log(described(fault));
        }
        Turn turn = Turn.of(input);
        return Optional.of(turn.say(Reply.end(turn.messages().fault())));
    }

    /** Where it happened, without messages: they may hold song titles. */
    private static String described(Throwable fault) {
        StringBuilder text = new StringBuilder("a request failed:");
        int causes = 0;
        for (Throwable cause = fault; cause != null && causes < 5; cause = cause.getCause(), causes++) {
            text.append('\n').append(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                text.append("\n\tat ").append(frame);
            }
        }
        return text.append('\n').toString();
    }
}
