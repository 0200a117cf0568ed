/**
 * The rows of the ranking topics, and the bytes in which they are written.
 *
 * <p>A row's key is compared by its bytes, as Kafka does when it compacts: the same song in other bytes would be a second
 * row. Start at {@link io.crowdchart.operations.ranking.RankingRows}.
 */
@NullMarked
package io.crowdchart.operations.ranking;

import org.jspecify.annotations.NullMarked;
