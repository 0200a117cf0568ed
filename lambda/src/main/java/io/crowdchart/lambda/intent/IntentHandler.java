package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.dispatcher.request.handler.RequestHandler;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.Response;
import java.util.Optional;
import java.util.Set;

/** Answers the intents that it names, from the slots that it names. Safe for use by many threads. */
public abstract class IntentHandler implements RequestHandler {

    private final Set<String> intents;
    private final Set<String> slots;

    /**
     * A handler.
     *
     * @param intents the names of the intents it answers
     * @param slots the names of the slots it reads
     */
    IntentHandler(Set<String> intents, Set<String> slots) {
        this.intents = intents;
        this.slots = slots;
    }

    /** The names of the intents it answers. */
    public final Set<String> intents() {
        return intents;
    }

    /** The names of the slots it reads. */
    public final Set<String> slots() {
        return slots;
    }

    @Override
    public final boolean canHandle(HandlerInput input) {
        return input.getRequest() instanceof IntentRequest request
                && intents.contains(request.getIntent().getName());
    }

    @Override
    public final Optional<Response> handle(HandlerInput input) {
        Turn turn = Turn.of(input);
        return Optional.of(turn.say(reply(turn)));
    }

    /** The reply to what was said. */
    abstract Reply reply(Turn turn);
}
