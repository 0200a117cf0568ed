package io.crowdchart.local.feed;

import io.crowdchart.model.song.Song;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Reading;
import io.crowdchart.model.vote.Vote;
import io.crowdchart.model.vote.VoteParser;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Counts a feed by brute force, event by event, past the pipeline: what the pipeline must arrive at. Not safe for use by many
 * threads.
 */
public final class Recount {

    private final VoteParser parser;
    private final ZoneId zone;
    private final BallotBox box = new BallotBox();

    /** A count of the votes under a hashtag, with days and hours in a time zone. */
    public Recount(String hashtag, ZoneId zone) {
        this.parser = new VoteParser(hashtag);
        this.zone = zone;
    }

    /** The song for which an event votes, by its key; nothing if it votes for none. */
    public Optional<String> songOf(FeedEvent event) {
        return event.post().flatMap(this::vote).map(Song::key);
    }

    /** Counts one more event. */
    public void add(FeedEvent event) {
        event.post().ifPresent(post -> add(post, event.timeMicros()));
    }

    private void add(FeedEvent.PostChange post, long timeMicros) {
        Optional<Song> song = vote(post);
        if (song.isPresent()) {
            Instant seenAt = Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS);
            box.cast(post.id(), Vote.cast(post.author(), song.get(), seenAt, zone));
        } else if (post.operation() != FeedEvent.Operation.CREATE) {
            // A created post is new, so that there is nothing to take back; an edited or deleted one loses its vote.
            box.retract(post.id());
        }
    }

    private Optional<Song> vote(FeedEvent.PostChange post) {
        return post.operation() != FeedEvent.Operation.DELETE
                        && parser.parse(post.text(), post.tags()) instanceof Reading.VoteFor vote
                ? Optional.of(vote.song())
                : Optional.empty();
    }

    /** The votes counted so far. */
    public BallotBox votes() {
        return box;
    }
}
