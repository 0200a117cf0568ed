/**
 * {@code scripts/chart repair}: writes the rows of the ranking topics that are not as the votes say.
 *
 * <p>The aggregation writes a row when it changes, so that a ranking topic that was lost and made again fills up with the songs
 * that are voted for from then on, and with no other. Start at {@link io.crowdchart.operations.repair.Repair}.
 */
@NullMarked
package io.crowdchart.operations.repair;

import org.jspecify.annotations.NullMarked;
