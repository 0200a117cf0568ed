package io.crowdchart.lambda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.lambda.Alexa.Answer;

/** A conversation that goes on: what a response leaves in the session comes back with the next request. */
final class Talk {

    private final Alexa alexa;
    private JsonNode response = JsonNodeFactory.instance.objectNode();
    private boolean running;

    Talk(ChartReader charts) {
        this.alexa = new Alexa(charts);
    }

    /** The words of the answer. */
    String ask(Envelope request) {
        return answerTo(request).said();
    }

    Answer answerTo(Envelope request) {
        Envelope next = running ? request.inRunningSession().withAttributes(attributes()) : request;
        response = alexa.response(next);
        Answer answer = Answer.of(response);
        running = answer.open();
        return answer;
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
