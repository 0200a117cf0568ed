package io.crowdchart.local.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One event of a feed.
 *
 * @param line its JSON, as it goes over the wire
 * @param timeMicros when the network saw it, in microseconds since 1970
 * @param post what it says about a post; nothing for all other events
 */
public record FeedEvent(String line, long timeMicros, Optional<PostChange> post) {

    /** The collection of Bluesky's posts. */
    public static final String POSTS = "app.bsky.feed.post";

    /** Jetstream takes smaller cursors for places in its log. */
    private static final long FIRST_TIME = 1_000_000_000_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** What happened to a post. */
    public enum Operation {
        CREATE,
        UPDATE,
        DELETE
    }

    /**
     * A change of a post.
     *
     * @param id the at-uri of the post
     * @param author the account
     * @param operation what happened
     * @param text its text; empty after a deletion
     * @param tags the tags that the network tells apart from the text
     */
    public record PostChange(String id, String author, Operation operation, String text, List<String> tags) {}

    /**
     * Reads a line.
     *
     * @throws FeedException if it is not an event; the message says what was expected
     */
    public static FeedEvent read(String line) {
        JsonNode event = parsed(line);
        JsonNode time = event.path("time_us");
        boolean complete = !event.path("did").asText().isBlank()
                && !event.path("kind").asText().isBlank()
                && time.isIntegralNumber()
                && time.canConvertToLong();
        if (!complete) {
            throw new FeedException("expected a Jetstream event with did, kind and time_us");
        }
        if (time.longValue() < FIRST_TIME) {
            throw new FeedException("expected time_us in microseconds since 1970, was " + time.longValue());
        }
        return new FeedEvent(line, time.longValue(), postOf(event));
    }

    private static JsonNode parsed(String line) {
        try {
            JsonNode event = JSON.readTree(line);
            if (event == null || !event.isObject()) {
                throw new FeedException("expected a JSON object");
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new FeedException(
                    "expected a JSON object: "
                            + e.getOriginalMessage().lines().findFirst().orElse(""),
                    e);
        }
    }

    private static Optional<PostChange> postOf(JsonNode event) {
        JsonNode commit = event.path("commit");
        if (!event.path("kind").asText().equals("commit")
                || !commit.path("collection").asText().equals(POSTS)) {
            return Optional.empty();
        }
        Optional<Operation> operation = operationOf(commit.path("operation").asText());
        String author = event.path("did").asText();
        String id = "at://" + author + "/" + POSTS + "/" + commit.path("rkey").asText();
        JsonNode record = commit.path("record");
        return operation.map(
                change -> new PostChange(id, author, change, record.path("text").asText(""), tagsOf(record)));
    }

    private static Optional<Operation> operationOf(String name) {
        return switch (name) {
            case "create" -> Optional.of(Operation.CREATE);
            case "update" -> Optional.of(Operation.UPDATE);
            case "delete" -> Optional.of(Operation.DELETE);
            default -> Optional.empty();
        };
    }

    private static List<String> tagsOf(JsonNode record) {
        List<String> tags = new ArrayList<>();
        record.path("tags").forEach(tag -> tags.add(tag.asText()));
        record.path("facets")
                .forEach(facet -> facet.path("features").forEach(feature -> {
                    if (feature.path("$type").asText().endsWith("#tag")) {
                        tags.add(feature.path("tag").asText());
                    }
                }));
        return tags;
    }
}
