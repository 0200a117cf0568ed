/**
 * What a vote is, and how one is read from the text of a post.
 *
 * <p>A vote is a row, not an event: it belongs to one post, a later edit of the post replaces it, a deletion of the post
 * takes it back. However many posts of one voter name a song, they are one ballot. Start at
 * {@link io.crowdchart.model.vote.VoteParser}.
 */
@NullMarked
package io.crowdchart.model.vote;

import org.jspecify.annotations.NullMarked;
