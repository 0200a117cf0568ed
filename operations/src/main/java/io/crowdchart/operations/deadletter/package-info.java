/**
 * Records that a step could not use: showing them, and giving them back to the topic they come from.
 *
 * <p>A record that was put aside may be older than what its topic says now. Given back, it would be the newest row of its
 * key, and wrong. So a record is given back only while it is the newest of its key, in one transaction that also notes that
 * it is settled. Start at {@link io.crowdchart.operations.deadletter.DeadLettersCommand}.
 */
@NullMarked
package io.crowdchart.operations.deadletter;

import org.jspecify.annotations.NullMarked;
