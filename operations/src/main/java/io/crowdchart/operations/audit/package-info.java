/**
 * {@code scripts/chart audit}: counts the votes anew, and compares with the ranking topics and with the cache.
 *
 * <p>Votes go on arriving meanwhile, and every step of their way takes its time. So whatever is found must be what the
 * votes said a short while ago, and a difference is told only when it lasts. Start at {@link io.crowdchart.operations.audit.Audit}.
 */
@NullMarked
package io.crowdchart.operations.audit;

import org.jspecify.annotations.NullMarked;
