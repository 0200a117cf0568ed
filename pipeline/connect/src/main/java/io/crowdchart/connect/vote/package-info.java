/**
 * The transform between a source and Kafka: from a post to a vote, or to a retraction, or to nothing.
 *
 * <p>What leaves it carries no name, no post id and no text: voters and posts are keyed hashes, the only words are the song's.
 * A retraction has a null value and a null schema; with a schema the JSON converter would write the four bytes
 * {@code null}, which KSQL skips. Start at {@link io.crowdchart.connect.vote.VoteExtractor}.
 */
@NullMarked
package io.crowdchart.connect.vote;

import org.jspecify.annotations.NullMarked;
