package io.crowdchart.lambda.intent;

import com.amazon.ask.dispatcher.request.handler.HandlerInput;
import com.amazon.ask.model.Context;
import com.amazon.ask.model.Device;
import com.amazon.ask.model.IntentRequest;
import com.amazon.ask.model.Request;
import com.amazon.ask.model.Response;
import com.amazon.ask.model.Session;
import com.amazon.ask.model.Slot;
import com.amazon.ask.model.SupportedInterfaces;
import com.amazon.ask.model.interfaces.system.SystemState;
import com.amazon.ask.model.ui.Reprompt;
import com.amazon.ask.model.ui.SimpleCard;
import com.amazon.ask.model.ui.SsmlOutputSpeech;
import io.crowdchart.lambda.chart.AnswerTime;
import io.crowdchart.lambda.chart.ChartPeriod;
import io.crowdchart.lambda.screen.Document;
import io.crowdchart.lambda.speech.Captions;
import io.crowdchart.lambda.speech.Messages;
import io.crowdchart.lambda.speech.Speech;
import io.crowdchart.model.song.SongKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request of a conversation: what was said, and how to answer it. */
final class Turn {

    /** The slot that names the chart of a time. */
    static final String PERIOD = "period";

    private static final String TOLD = "told";
    private static final int MOST_HINTS = 3;

    private final HandlerInput input;
    private final Request request;
    private final @Nullable Session session;
    private final House house;
    private final Messages messages;
    private final Memory memory;
    private final AnswerTime time = AnswerTime.fromNow();

    private Turn(HandlerInput input) {
        this.input = input;
        this.request = input.getRequest();
        this.session = input.getRequestEnvelope().getSession();
        this.house = House.of(input);
        this.messages = Messages.in(localeOf(request), variationOf(request), house.rules());
        this.memory = session == null
                ? Memory.NONE
                : Memory.in(input.getAttributesManager().getSessionAttributes());
    }

    static Turn of(HandlerInput input) {
        return new Turn(input);
    }

    private static Locale localeOf(Request request) {
        String tag = request.getLocale();
        return tag == null ? Locale.ENGLISH : Locale.forLanguageTag(tag);
    }

    /** The same request is always answered in the same words. */
    private static int variationOf(Request request) {
        return Objects.hashCode(request.getRequestId());
    }

    Messages messages() {
        return messages;
    }

    /** The time that there is for the answer, with all that it asks. */
    AnswerTime time() {
        return time;
    }

    /** What the conversation has kept. */
    Memory memory() {
        return memory;
    }

    /** What an answer that tells of no other song or list keeps: all but what was offered, since it asks something else. */
    Memory context() {
        return memory.withoutOffer();
    }

    /** What was said in a slot; nothing if nothing was. */
    Optional<String> slot(String name) {
        return slotOf(name).map(Slot::getValue).filter(value -> !value.isBlank());
    }

    /** The song that was said in a slot; nothing if nothing was. */
    Optional<HeardTitle> song(String name) {
        return slot(name).map(said -> new HeardTitle(said, hints(name), localeOf(request)));
    }

    private List<String> hints(String name) {
        return slotOf(name).stream()
                .flatMap(ResolvedValues::toldIds)
                .filter(id -> !id.isBlank() && SongKey.of(id).equals(id))
                .distinct()
                .limit(MOST_HINTS)
                .toList();
    }

    /** A text that was kept, as if it were said now. */
    HeardTitle asHeard(String text) {
        return new HeardTitle(text, List.of(), localeOf(request));
    }

    /** The period that was said; nothing if none was, or none that there is. */
    Optional<ChartPeriod> period() {
        return slotOf(PERIOD).stream()
                .flatMap(ResolvedValues::ids)
                .flatMap(id -> ChartPeriod.named(id).stream())
                .findFirst();
    }

    private Optional<Slot> slotOf(String name) {
        if (!(request instanceof IntentRequest intent)) {
            return Optional.empty();
        }
        Map<String, Slot> slots = intent.getIntent().getSlots();
        return Optional.ofNullable(slots).map(all -> all.get(name));
    }

    /** The response that says a reply. */
    Response say(Reply said) {
        Reply reply = said.saying(messages.asSentences(said.text()));
        return switch (reply.then()) {
            case END -> closed(reply);
            case AS_BEFORE -> isRunning() ? asking(reply) : closed(reply);
            case ASK -> asking(reply);
            case ANSWER_ME -> open(reply, reply.text(), repeated(reply));
        };
    }

    private Response asking(Reply reply) {
        if (reply.memory().offersMore()) {
            String offer = messages.moreQuestion();
            return open(reply, messages.together(reply.text(), offer), offer);
        }
        String question = isRunning() ? messages.nextQuestion() : messages.firstQuestion();
        return open(reply, messages.together(reply.text(), question), messages.reprompt());
    }

    /** What is said again: of a question nothing but the question. */
    private String repeated(Reply reply) {
        return reply.then() == Reply.Then.ANSWER_ME
                ? messages.asSentences(reply.memory().said().orElse(reply.text()))
                : reply.text();
    }

    private boolean isRunning() {
        return session != null && !Boolean.TRUE.equals(session.getNew());
    }

    private Response open(Reply reply, String said, String reprompt) {
        Response.Builder response = answer(reply, said);
        if (session != null) {
            input.getAttributesManager().setSessionAttributes(kept(reply, response));
        }
        return response.withReprompt(
                        Reprompt.builder().withOutputSpeech(spoken(reprompt)).build())
                .withShouldEndSession(false)
                .build();
    }

    /** What the session keeps; Alexa is told on the way which titles there are, if she does not know. */
    private Map<String, Object> kept(Reply reply, Response.Builder response) {
        Map<String, Object> attributes =
                reply.memory().withSaid(repeated(reply)).attributes();
        Optional<String> before = isRunning()
                ? Optional.ofNullable(input.getAttributesManager()
                                .getSessionAttributes()
                                .get(TOLD))
                        .map(Object::toString)
                : Optional.empty();
        Optional<ToldTitles.News> news = house.told().flatMap(told -> told.news(before, localeOf(request), time));
        news.ifPresent(titles -> response.addDirectivesItem(titles.directive()));
        news.map(ToldTitles.News::mark).or(() -> before).ifPresent(mark -> attributes.put(TOLD, mark));
        return attributes;
    }

    private Response closed(Reply reply) {
        return answer(reply, reply.text()).withShouldEndSession(true).build();
    }

    private Response.Builder answer(Reply reply, String said) {
        Response.Builder response = Response.builder()
                .withOutputSpeech(spoken(said))
                .withCard(SimpleCard.builder()
                        .withTitle(messages.cardTitle())
                        .withContent(new Speech(reply.text()).text())
                        .build());
        if (hasScreen()) {
            reply.screen()
                    .ifPresent(screen -> response.addDirectivesItem(Document.showing(screen, Captions.of(messages))));
        }
        return response;
    }

    private boolean hasScreen() {
        return Optional.ofNullable(input.getRequestEnvelope().getContext())
                .map(Context::getSystem)
                .map(SystemState::getDevice)
                .map(Device::getSupportedInterfaces)
                .map(SupportedInterfaces::getAlexaPresentationAPL)
                .isPresent();
    }

    private static SsmlOutputSpeech spoken(String text) {
        return SsmlOutputSpeech.builder().withSsml(new Speech(text).ssml()).build();
    }

    /** The response to what must not be answered. */
    static Response silence() {
        return Response.builder().withShouldEndSession(true).build();
    }
}
