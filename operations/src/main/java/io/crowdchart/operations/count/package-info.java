/**
 * The charts counted from the votes alone, by brute force.
 *
 * <p>The rules are those of the KSQL statements, in another way: every post's last readable value is kept, so that memory
 * grows with the posts. What KSQL skips is skipped here too; a test lets its twin count the same records. Start at
 * {@link io.crowdchart.operations.count.Recount}.
 */
@NullMarked
package io.crowdchart.operations.count;

import org.jspecify.annotations.NullMarked;
