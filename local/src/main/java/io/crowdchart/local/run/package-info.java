/**
 * The command {@code scripts/run}: its options, and what it does from the first line to the last. Start at {@link
 * io.crowdchart.local.run.RunCommand}.
 */
@NullMarked
package io.crowdchart.local.run;

import org.jspecify.annotations.NullMarked;
