package io.crowdchart.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request as Alexa sends it. */
final class Envelope {

    static final String SKILL_ID = "amzn1.ask.skill.11111111-2222-3333-4444-555555555555";

    private static final JsonMapper MAPPER = new JsonMapper();

    /** The parts that are the same in every request. */
    private static final String REQUEST = """
            {
              "version": "1.0",
              "session": {
                "new": true,
                "sessionId": "amzn1.echo-api.session.1",
                "application": {"applicationId": "%1$s"},
                "attributes": {},
                "user": {"userId": "amzn1.ask.account.A"}
              },
              "context": {
                "System": {
                  "application": {"applicationId": "%1$s"},
                  "user": {"userId": "amzn1.ask.account.A"},
                  "device": {"deviceId": "amzn1.ask.device.A", "supportedInterfaces": {}},
                  "apiEndpoint": "https://api.amazonalexa.com",
                  "somethingNew": {"unknown": true}
                }
              },
              "request": {
                "requestId": "amzn1.echo-api.request.2",
                "timestamp": "2026-11-23T06:00:00Z",
                "locale": "en-US"
              }
            }""";

    private final ObjectNode envelope;

    private Envelope(String skillId) {
        try {
            this.envelope = (ObjectNode) MAPPER.readTree(REQUEST.formatted(skillId));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Envelope aRequest(String type) {
        return aRequest(type, SKILL_ID);
    }

    static Envelope aRequest(String type, String skillId) {
        Envelope envelope = new Envelope(skillId);
        envelope.request().put("type", type);
        return envelope;
    }

    static Envelope aLaunch() {
        return aRequest("LaunchRequest");
    }

    static Envelope anIntent(String name) {
        Envelope envelope = aRequest("IntentRequest");
        envelope.request()
                .putObject("intent")
                .put("name", name)
                .put("confirmationStatus", "NONE")
                .putObject("slots");
        return envelope;
    }

    /** With a slot; a slot without a value is how Alexa sends what was not said. */
    Envelope slot(String name) {
        ObjectNode slots = (ObjectNode) request().get("intent").get("slots");
        slots.putObject(name).put("name", name).put("confirmationStatus", "NONE");
        return this;
    }

    Envelope slot(String name, String value) {
        slot(name);
        ((ObjectNode) request().get("intent").get("slots").get(name)).put("value", value);
        return this;
    }

    /** About the chart of today. */
    Envelope today() {
        slot("period", "today");
        ObjectNode found = ((ObjectNode) request().at("/intent/slots/period"))
                .putObject("resolutions")
                .putArray("resolutionsPerAuthority")
                .addObject();
        found.putObject("status").put("code", "ER_SUCCESS_MATCH");
        found.putArray("values")
                .addObject()
                .putObject("value")
                .put("name", "today")
                .put("id", "TODAY");
        return this;
    }

    Envelope withoutSlots() {
        ((ObjectNode) request().get("intent")).remove("slots");
        return this;
    }

    Envelope inRunningSession() {
        ((ObjectNode) envelope.get("session")).put("new", false);
        return this;
    }

    /** With what the last response left in the session. */
    Envelope withAttributes(JsonNode attributes) {
        ((ObjectNode) envelope.get("session")).set("attributes", attributes);
        return this;
    }

    /** With the id that Alexa has found for a slot among the values that the skill told her of. */
    Envelope resolved(String slot, String id) {
        ObjectNode resolution = ((ObjectNode)
                        request().get("intent").get("slots").get(slot))
                .putObject("resolutions")
                .putArray("resolutionsPerAuthority")
                .addObject();
        resolution
                .put("authority", "amzn1.er-authority.echo-sdk.dynamic." + SKILL_ID + ".AMAZON.MusicRecording")
                .putObject("status")
                .put("code", "ER_SUCCESS_MATCH");
        resolution
                .putArray("values")
                .addObject()
                .putObject("value")
                .put("name", "any")
                .put("id", id);
        return this;
    }

    Envelope withoutSession() {
        envelope.remove("session");
        return this;
    }

    Envelope withoutContext() {
        envelope.remove("context");
        return this;
    }

    /** From a device with a screen. */
    Envelope withScreen() {
        ((ObjectNode) envelope.at("/context/System/device/supportedInterfaces"))
                .putObject("Alexa.Presentation.APL")
                .putObject("runtime")
                .put("maxVersion", "2024.3");
        return this;
    }

    Envelope locale(String tag) {
        request().put("locale", tag);
        return this;
    }

    Envelope withoutLocale() {
        request().remove("locale");
        return this;
    }

    Envelope with(String name, String json) {
        try {
            request().set(name, MAPPER.readTree(json));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private ObjectNode request() {
        return (ObjectNode) envelope.get("request");
    }

    String json() {
        return envelope.toString();
    }
}
