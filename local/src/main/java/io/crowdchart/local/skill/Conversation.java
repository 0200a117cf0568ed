package io.crowdchart.local.skill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.crowdchart.interactionmodel.Meaning;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A conversation with the skill in typed words: what Alexa would make of them goes to the handler, what the handler says
 * comes back as plain text. A session lasts until an answer ends it. One thread at a time.
 */
public final class Conversation {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String USER = "amzn1.ask.account.LOCAL";

    private final Skill skill;
    private final String skillId;
    private final UtteranceMatcher matcher;
    private final Clock clock;

    private @Nullable Session session;
    private int requests;

    /** What Alexa keeps between two questions. */
    private record Session(String id, JsonNode attributes) {}

    /** A conversation with a skill of this id, in the locale of the matcher. */
    public Conversation(Skill skill, String skillId, UtteranceMatcher matcher, Clock clock) {
        this.skill = skill;
        this.skillId = skillId;
        this.matcher = matcher;
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param said what one would say to Alexa
     * @return the words of the answer
     */
    public String ask(String said) {
        ObjectNode envelope = envelope();
        putRequest(envelope.putObject("request"), matcher.meaningOf(said));
        JsonNode answer = answerTo(envelope);
        JsonNode response = answer.path("response");
        boolean over = response.path("shouldEndSession").asBoolean(true);
        session = over ? null : new Session(sessionId(envelope), answer.path("sessionAttributes"));
        return speechIn(response).orElse("(says nothing)");
    }

    private static Optional<String> speechIn(JsonNode response) {
        JsonNode ssml = response.path("outputSpeech").path("ssml");
        return ssml.isTextual() ? Optional.of(PlainSpeech.of(ssml.asText())) : Optional.empty();
    }

    private JsonNode answerTo(ObjectNode envelope) {
        try {
            return JSON.readTree(skill.invoke(JSON.writeValueAsBytes(envelope)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode envelope() {
        ObjectNode envelope = JSON.createObjectNode().put("version", "1.0");
        Session current = session;
        ObjectNode said = envelope.putObject("session")
                .put("new", current == null)
                .put("sessionId", current == null ? "amzn1.echo-api.session." + UUID.randomUUID() : current.id());
        said.putObject("application").put("applicationId", skillId);
        said.putObject("user").put("userId", USER);
        if (current != null && current.attributes().isObject()) {
            said.set("attributes", current.attributes());
        }
        ObjectNode system = envelope.putObject("context").putObject("System");
        system.putObject("application").put("applicationId", skillId);
        system.putObject("user").put("userId", USER);
        system.putObject("device").put("deviceId", "local").putObject("supportedInterfaces");
        return envelope;
    }

    private static String sessionId(ObjectNode envelope) {
        return envelope.path("session").path("sessionId").asText();
    }

    private void putRequest(ObjectNode request, Meaning meaning) {
        request.put("requestId", "amzn1.echo-api.request." + ++requests)
                .put(
                        "timestamp",
                        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .put("locale", matcher.locale());
        if (meaning instanceof Meaning.Intent intent) {
            request.put("type", "IntentRequest");
            ObjectNode said =
                    request.putObject("intent").put("name", intent.name()).put("confirmationStatus", "NONE");
            ObjectNode slots = said.putObject("slots");
            intent.slots().forEach((name, value) -> {
                ObjectNode slot = slots.putObject(name)
                        .put("name", name)
                        .put("value", value)
                        .put("confirmationStatus", "NONE");
                Optional.ofNullable(intent.ids().get(name)).ifPresent(id -> putResolution(slot, value, id));
            });
        } else {
            request.put("type", "LaunchRequest");
        }
    }

    /** The value of an own type that Alexa finds in what was said. */
    private static void putResolution(ObjectNode slot, String value, String id) {
        ObjectNode resolution = slot.putObject("resolutions")
                .putArray("resolutionsPerAuthority")
                .addObject();
        resolution
                .put("authority", "amzn1.er-authority.echo-sdk.local")
                .putObject("status")
                .put("code", "ER_SUCCESS_MATCH");
        resolution
                .putArray("values")
                .addObject()
                .putObject("value")
                .put("name", value)
                .put("id", id);
    }
}
