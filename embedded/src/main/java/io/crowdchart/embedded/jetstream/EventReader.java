package io.crowdchart.embedded.jetstream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.Optional;

/** Reads what the server must know of an event; everything else of the line is passed on unseen. */
final class EventReader {

    private final ObjectReader json = new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    FeedEvent read(int index, String line) {
        JsonNode event = object(line);
        return new FeedEvent(
                index,
                line,
                text(event, "did"),
                time(event),
                text(event, "kind"),
                Optional.ofNullable(event.path("commit").path("collection").textValue()));
    }

    private JsonNode object(String line) {
        try {
            JsonNode event = json.readTree(line);
            if (event.isObject()) {
                return event;
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an event is one JSON object a line: " + e.getOriginalMessage(), e);
        }
        throw new IllegalArgumentException("an event is one JSON object a line, this one is none");
    }

    private static String text(JsonNode event, String field) {
        JsonNode value = event.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException("an event needs a text in '" + field + "'");
        }
        return value.textValue();
    }

    private static long time(JsonNode event) {
        JsonNode value = event.path("time_us");
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("an event needs a whole number of microseconds in 'time_us'");
        }
        return value.longValue();
    }
}
