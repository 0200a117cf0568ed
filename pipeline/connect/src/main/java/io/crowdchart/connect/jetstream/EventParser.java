package io.crowdchart.connect.jetstream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.crowdchart.connect.post.Microseconds;
import io.crowdchart.connect.post.Post;
import io.crowdchart.connect.post.PostEvent;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one message of the Jetstream v1 wire. Total: any text gives a {@link Parsed}, none throws. */
final class EventParser {

    /** Smaller numbers are sequence numbers of the next wire version, not times. */
    static final long FIRST_TIME_US = 1_000_000_000_000_000L;
    /** How far ahead of this machine's clock a time may be. */
    static final Duration FUTURE_LIMIT = Duration.ofHours(1);

    private static final int MAX_NESTING = 100;
    private static final int MAX_TAGS = 100;
    private static final String TAG_FACET = "app.bsky.richtext.facet#tag";
    private static final Pattern DID = Pattern.compile("did:[a-z]+:[A-Za-z0-9._:%-]{1,2048}");
    private static final Pattern COLLECTION = Pattern.compile("[A-Za-z0-9.-]{1,317}");
    private static final Pattern RECORD_KEY = Pattern.compile("[A-Za-z0-9._:~-]{1,512}");

    private final ObjectReader json = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .reader()
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String source;
    private final WantedCollections wanted;
    private final Clock clock;

    EventParser(String source, WantedCollections wanted, Clock clock) {
        this.source = source;
        this.wanted = wanted;
        this.clock = clock;
    }

    Parsed parse(String message) {
        try {
            return event(object(message));
        } catch (BadEventException e) {
            return new Parsed.Bad(e.reason());
        }
    }

    private JsonNode object(String message) throws BadEventException {
        try {
            JsonNode event = json.readTree(message);
            if (!event.isObject()) {
                throw new BadEventException(event.isMissingNode() ? BadEvent.MALFORMED : BadEvent.NO_OBJECT);
            }
            return event;
        } catch (JsonProcessingException e) {
            throw new BadEventException(BadEvent.MALFORMED);
        }
    }

    private Parsed event(JsonNode event) throws BadEventException {
        String did = id(event.path("did"), DID);
        long timeUs = time(event.path("time_us"));
        String kind = event.path("kind").asText();
        if (kind.isEmpty()) {
            throw new BadEventException(BadEvent.NO_KIND);
        }
        return new Parsed.Event(
                timeUs, kind.equals("commit") ? post(did, timeUs, event.path("commit")) : Optional.empty());
    }

    private Optional<Post> post(String did, long timeUs, JsonNode commit) throws BadEventException {
        String collection = id(commit.path("collection"), COLLECTION);
        if (!wanted.contains(collection)) {
            return Optional.empty();
        }
        String recordKey = id(commit.path("rkey"), RECORD_KEY);
        PostEvent event = operation(commit.path("operation"));
        JsonNode post = commit.path("record");
        if (event != PostEvent.DELETED && !post.isObject()) {
            throw new BadEventException(BadEvent.NO_RECORD);
        }
        boolean deleted = event == PostEvent.DELETED;
        return Optional.of(new Post(
                "at://" + did + "/" + collection + "/" + recordKey,
                did,
                deleted ? "" : textOr(post.path("text"), ""),
                deleted ? List.of() : tags(post),
                Microseconds.toInstant(timeUs),
                source,
                event));
    }

    private static PostEvent operation(JsonNode operation) throws BadEventException {
        return switch (operation.asText()) {
            case "create" -> PostEvent.CREATED;
            case "update" -> PostEvent.UPDATED;
            case "delete" -> PostEvent.DELETED;
            default -> throw new BadEventException(BadEvent.NO_KIND);
        };
    }

    private static List<String> tags(JsonNode post) {
        List<String> tags = new ArrayList<>();
        for (JsonNode facet : post.path("facets")) {
            for (JsonNode feature : facet.path("features")) {
                if (TAG_FACET.equals(feature.path("$type").textValue())) {
                    addTag(tags, feature.path("tag"));
                }
            }
        }
        post.path("tags").forEach(tag -> addTag(tags, tag));
        return tags;
    }

    private static void addTag(List<String> tags, JsonNode tag) {
        if (tag.isTextual() && tags.size() < MAX_TAGS) {
            tags.add(tag.textValue());
        }
    }

    private static String textOr(JsonNode value, String absent) {
        return value.isTextual() ? value.textValue() : absent;
    }

    private static String id(JsonNode value, Pattern form) throws BadEventException {
        String id = textOr(value, "");
        if (!form.matcher(id).matches()) {
            throw new BadEventException(BadEvent.NO_ID);
        }
        return id;
    }

    private long time(JsonNode value) throws BadEventException {
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < FIRST_TIME_US) {
            throw new BadEventException(BadEvent.NO_TIME);
        }
        long timeUs = value.longValue();
        if (timeUs > Microseconds.of(clock.instant().plus(FUTURE_LIMIT))) {
            throw new BadEventException(BadEvent.FUTURE_TIME);
        }
        return timeUs;
    }
}
