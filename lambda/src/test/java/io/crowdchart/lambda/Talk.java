package io.crowdchart.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.lambda.Alexa.Answer;
import io.crowdchart.lambda.title.TitleRules;

/** A conversation that goes on: what a response leaves in the session comes back with the next request. */
final class Talk {

    private final Alexa alexa;
    private JsonNode response = JsonNodeFactory.instance.objectNode();
    private boolean running;

    Talk(ChartReader charts) {
        this(charts, TitleRules.DEFAULT);
    }

    Talk(ChartReader charts, TitleRules titles) {
        this.alexa = new Alexa(charts, titles);
    }

    /** The last response after another request, whatever is said. */
    JsonNode responseTo(Envelope request) {
        Envelope next = running ? request.inRunningSession().withAttributes(attributes()) : request;
        response = alexa.response(next);
        running = !response.path("response").path("shouldEndSession").asBoolean(true);
        return response;
    }

    /** The words of the answer. */
    String ask(Envelope request) {
        return answerTo(request).said();
    }

    Answer answerTo(Envelope request) {
        return Answer.of(responseTo(request));
    }

    /** What the last response left in the session. */
    JsonNode attributes() {
        JsonNode attributes = response.path("sessionAttributes");
        return attributes.isObject() ? attributes : JsonNodeFactory.instance.objectNode();
    }

    /** The last response. */
    JsonNode response() {
        return response;
    }
}
