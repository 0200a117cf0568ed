/**
 * What a source hands to {@code VoteExtractor}: posts and heartbeats, as Connect structs whose schemas have a name.
 *
 * <p>Every source connector must make these, whatever network it reads. The schema's name is how the transform tells them
 * apart; a post never reaches Kafka, because it still carries who wrote it and what. Times are those at which the network saw
 * something, in microseconds since 1970, never an author's. Start at {@link io.crowdchart.connect.post.Post}.
 */
@NullMarked
package io.crowdchart.connect.post;

import org.jspecify.annotations.NullMarked;
