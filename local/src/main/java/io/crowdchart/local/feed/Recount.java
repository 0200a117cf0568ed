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

    /**
     * Counts one more event.
     *
     * @return the song for which it votes, if it does
     */
    public Optional<Song> add(FeedEvent event) {
        return event.post().flatMap(post -> add(post, event.timeMicros()));
    }

    private Optional<Song> add(FeedEvent.PostChange post, long timeMicros) {
        if (post.operation() != FeedEvent.Operation.DELETE
                && parser.parse(post.text(), post.tags()) instanceof Reading.VoteFor vote) {
            Instant seenAt = Instant.EPOCH.plus(timeMicros, ChronoUnit.MICROS);
            box.cast(post.id(), Vote.cast(post.author(), vote.song(), seenAt, zone));
            return Optional.of(vote.song());
        }
        // A created post is new, so that there is nothing to take back; an edited or deleted one loses its vote.
        if (post.operation() != FeedEvent.Operation.CREATE) {
            box.retract(post.id());
        }
        return Optional.empty();
    }

    /** The votes counted so far. */
    public BallotBox votes() {
        return box;
    }
}
