package io.crowdchart.model.vote;

import io.crowdchart.model.song.Song;

/** What a post says to the chart. */
public sealed interface Reading {

    /** The post votes for a song. */
    record VoteFor(Song song) implements Reading {}

    /** The post is no vote. */
    record NoVote(NoVoteReason reason) implements Reading {}
}
