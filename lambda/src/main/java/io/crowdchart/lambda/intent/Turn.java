package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.Request;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.Session;
import com.amazon.ask.model.Slot;
import com.amazon.ask.model.ui.Reprompt;
import com.amazon.ask.model.ui.SimpleCard;
import com.amazon.ask.model.ui.SsmlOutputSpeech;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.lambda.speech.Speech;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a conversation: what was said, and how to answer it. */
final class Turn {

    private final Request request;
    private final @Nullable Session session;
    private final Messages messages;

    private Turn(Request request, @Nullable Session session) {
        this.request = request;
        this.session = session;
        this.messages = Messages.in(localeOf(request));
    }

    static Turn of(HandlerInput input) {
        return new Turn(input.getRequest(), input.getRequestEnvelope().getSession());
    }

    private static Locale localeOf(Request request) {
        String tag = request.getLocale();
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    Messages messages() {
        return messages;
    }

    /** What was said in a slot; nothing if nothing was. */
    Optional<String> slot(String name) {
        if (!(request instanceof IntentRequest intent)) {
            return Optional.empty();
        }
        Map<String, Slot> slots = intent.getIntent().getSlots();
        return Optional.ofNullable(slots)
                .map(all -> all.get(name))
                .map(Slot::getValue)
                .filter(value -> !value.isBlank());
    }

    /** The response that says a reply. */
    Response say(Reply reply) {
        return switch (reply.then()) {
            case END -> closed(reply.text());
            case AS_BEFORE -> isRunning() ? open(reply.text(), messages.nextQuestion()) : closed(reply.text());
            case ASK -> open(reply.text(), isRunning() ? messages.nextQuestion() : messages.firstQuestion());
        };
    }

    private boolean isRunning() {
        return session != null && !Boolean.TRUE.equals(session.getNew());
    }

    private Response open(String text, String question) {
        return answer(text, messages.together(text, question))
                .withReprompt(Reprompt.builder()
                        .withOutputSpeech(spoken(messages.reprompt()))
                        .build())
                .withShouldEndSession(false)
                .build();
    }

    private Response closed(String text) {
        return answer(text, text).withShouldEndSession(true).build();
    }

    private Response.Builder answer(String shown, String said) {
        return Response.builder()
                .withOutputSpeech(spoken(said))
                .withCard(SimpleCard.builder()
                        .withTitle(messages.cardTitle())
                        .withContent(new Speech(shown).text())
                        .build());
    }

    private static SsmlOutputSpeech spoken(String text) {
        return SsmlOutputSpeech.builder().withSsml(new Speech(text).ssml()).build();
    }

    /** The response to what must not be answered. */
    static Response silence() {
        return Response.builder().withShouldEndSession(true).build();
    }
}
