package io.crowdchart.connect.jetstream;

import io.crowdchart.connect.post.Post;
import java.util.Optional;

/** What a message says. */
sealed interface Parsed {

    /**
     * Something happened.
     *
     * @param timeUs when the network saw it, in microseconds since 1970
     * @param post the post, if it happened to one that is wanted
     */
    record Event(long timeUs, Optional<Post> post) implements Parsed {}

    /** It cannot be used. */
    record Bad(BadEvent reason) implements Parsed {}
}
