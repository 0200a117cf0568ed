package io.crowdchart.lambda;

import java.nio.charset.StandardCharsets;

/** A question that nobody asked, in the words of Alexa. */
record DummyQuestion(String skillId) {

    private static final String ENVELOPE = """
            {
              "version": "1.0",
              "session": {
                "new": true,
                "sessionId": "dummy",
                "application": {"applicationId": "%1$s"},
                "user": {"userId": "dummy"}
              },
              "context": {
                "System": {
                  "application": {"applicationId": "%1$s"},
                  "user": {"userId": "dummy"},
                  "device": {"deviceId": "dummy", "supportedInterfaces": {}}
                }
              },
              "request": {
                "type": "IntentRequest",
                "requestId": "dummy",
                "timestamp": "2026-01-01T00:00:00Z",
                "locale": "en-US",
                "intent": {
                  "name": "TopSongsIntent",
                  "confirmationStatus": "NONE",
                  "slots": {"count": {"name": "count", "value": "5", "confirmationStatus": "NONE"}}
                }
              }
            }
            """;

    byte[] envelope() {
        return ENVELOPE.formatted(skillId).getBytes(StandardCharsets.UTF_8);
    }
}
