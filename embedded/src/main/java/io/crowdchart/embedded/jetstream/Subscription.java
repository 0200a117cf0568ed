package io.crowdchart.embedded.jetstream;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a client asked for.
 *
 * @param collections names, or prefixes that end in {@code .*}; empty means all
 * @param cursor where to go on
 */
record Subscription(List<String> collections, OptionalLong cursor) {

    static final String PATH = "/subscribe";

    /** Smaller cursors are places in the feed, counted from 1. */
    private static final long FIRST_TIME_CURSOR = 1_000_000_000_000_000L;

    Subscription {
        collections = List.copyOf(collections);
    }

    /**
     * Reads the resource of an upgrade request.
     *
     * @throws IllegalArgumentException if it is no subscription
     */
    static Subscription of(String resource) {
        URI uri;
        try {
            uri = new URI(resource);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("no resource: " + e.getMessage(), e);
        }
        if (!PATH.equals(uri.getPath())) {
            throw new IllegalArgumentException("no such path: " + uri.getPath());
        }
        List<String> collections = new ArrayList<>();
        OptionalLong cursor = OptionalLong.empty();
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            String value = equals < 0 ? "" : URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
            if (name.equals("wantedCollections")) {
                collections.add(value);
            } else if (name.equals("cursor")) {
                cursor = OptionalLong.of(Long.parseLong(value));
            }
        }
        return new Subscription(collections, cursor);
    }

    /** Account and identity events go to everybody. */
    boolean wants(FeedEvent event) {
        return !event.isCommit()
                || collections.isEmpty()
                || event.collection().filter(this::matches).isPresent();
    }

    /**
     * Whether an event lies before the time from which on the client wants events. A feed that is published again from its
     * start, by a server that was started anew, so goes on where the client was.
     */
    boolean isBehind(FeedEvent event) {
        return cursor.isPresent() && cursor.getAsLong() >= FIRST_TIME_CURSOR && event.timeUs() < cursor.getAsLong();
    }

    private boolean matches(String collection) {
        return collections.stream()
                .anyMatch(wanted -> wanted.endsWith(".*")
                        ? collection.startsWith(wanted.substring(0, wanted.length() - 1))
                        : wanted.equals(collection));
    }

    /** Where this client starts; a time before the oldest one that the server still has is moved there without a word. */
    int startIn(EventLog log, long oldestTimeUs) {
        if (cursor.isEmpty()) {
            return log.size();
        }
        long from = cursor.getAsLong();
        if (from < FIRST_TIME_CURSOR) {
            return (int) Math.min(log.size(), Math.max(0, from - 1));
        }
        return log.firstNotBefore(Math.max(from, oldestTimeUs));
    }
}
