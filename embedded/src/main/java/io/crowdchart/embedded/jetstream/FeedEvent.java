package io.crowdchart.embedded.jetstream;

import java.util.Optional;

/**
 * An event as it was published.
 *
 * @param index its place in the feed, from 0
 * @param json the line as it goes over the wire, unchanged
 * @param did the account
 * @param timeUs when the network saw it, in microseconds since 1970
 * @param kind {@code commit}, {@code account}, {@code identity} …
 * @param collection the collection of a commit
 */
public record FeedEvent(int index, String json, String did, long timeUs, String kind, Optional<String> collection) {

    boolean isCommit() {
        return kind.equals("commit");
    }
}
