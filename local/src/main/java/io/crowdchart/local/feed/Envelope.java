package io.crowdchart.local.feed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Writes events in the Jetstream v1 envelope. */
final class Envelope {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Envelope() {}

    /** A post that was created or edited. */
    static String post(String author, String rkey, String operation, String text, Tag tag, long timeMicros) {
        ObjectNode record = record(FeedEvent.POSTS, timeMicros);
        record.putArray("langs").add("en");
        record.put("text", text);
        tag.addTo(record, text);
        return commit(author, rkey, operation, FeedEvent.POSTS, record, timeMicros);
    }

    /** A post that was deleted. */
    static String deletion(String author, String rkey, long timeMicros) {
        return commit(author, rkey, "delete", FeedEvent.POSTS, null, timeMicros);
    }

    /** Somebody likes something: an event of another collection. */
    static String like(String author, String rkey, long timeMicros) {
        String collection = "app.bsky.feed.like";
        return commit(author, rkey, "create", collection, record(collection, timeMicros), timeMicros);
    }

    /** News of an account, which every subscriber gets. */
    static String account(String did, long timeMicros) {
        return news("account", did, timeMicros).toString();
    }

    /** News of an identity, which every subscriber gets. */
    static String identity(String did, long timeMicros) {
        return news("identity", did, timeMicros).toString();
    }

    private static ObjectNode news(String kind, String did, long timeMicros) {
        ObjectNode event = event(did, timeMicros, kind);
        ObjectNode news = event.putObject(kind).put("did", did).put("seq", timeMicros / 1_000);
        news.put("time", timeOf(timeMicros));
        if (kind.equals("account")) {
            news.put("active", true);
        }
        return event;
    }

    private static ObjectNode record(String collection, long timeMicros) {
        return JSON.objectNode().put("$type", collection).put("createdAt", timeOf(timeMicros));
    }

    private static String timeOf(long timeMicros) {
        return Instant.EPOCH.plus(timeMicros / 1_000, ChronoUnit.MILLIS).toString();
    }

    private static String commit(
            String did,
            String rkey,
            String operation,
            String collection,
            @Nullable ObjectNode record,
            long timeMicros) {
        ObjectNode event = event(did, timeMicros, "commit");
        ObjectNode commit = event.putObject("commit")
                .put("rev", Long.toString(timeMicros, 32))
                .put("operation", operation)
                .put("collection", collection)
                .put("rkey", rkey);
        if (record != null) {
            commit.set("record", record);
            commit.put("cid", "bafyrei" + rkey);
        }
        return event.toString();
    }

    private static ObjectNode event(String did, long timeMicros, String kind) {
        return JSON.objectNode().put("did", did).put("time_us", timeMicros).put("kind", kind);
    }

    /** How a client tells the network about a hashtag. */
    enum Tag {
        /** Not at all: the tag stands in the text only. */
        UNMARKED {
            @Override
            void addTo(ObjectNode record, String text) {}
        },
        /** By a facet that points into the text, counted in bytes of UTF-8. */
        FACET {
            @Override
            void addTo(ObjectNode record, String text) {
                int start = text.indexOf('#');
                if (start < 0) {
                    return;
                }
                int end = endOfTag(text, start + 1);
                ObjectNode facet = record.putArray("facets").addObject();
                facet.putObject("index").put("byteStart", bytes(text, start)).put("byteEnd", bytes(text, end));
                facet.putArray("features")
                        .addObject()
                        .put("$type", "app.bsky.richtext.facet#tag")
                        .put("tag", text.substring(start + 1, end));
            }
        };

        abstract void addTo(ObjectNode record, String text);

        private static int endOfTag(String text, int from) {
            int end = from;
            while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            return end;
        }

        private static int bytes(String text, int end) {
            return text.substring(0, end).getBytes(StandardCharsets.UTF_8).length;
        }
    }
}
