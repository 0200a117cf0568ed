/**
 * Faults against the real one-machine stack, while a feed with a known truth plays.
 *
 * <p>The stack runs in a process of its own ({@link io.crowdchart.local.faults.FaultedMachine}), so that it can be killed;
 * the network that it listens to, the line to its Redis and the schedule are here. A seed decides everything that chance
 * decides, but not how fast the machine is: a seed repeats the schedule, not every interleaving. Start at {@link
 * io.crowdchart.local.faults.FaultsIT}.
 */
@NullMarked
package io.crowdchart.local.faults;

import org.jspecify.annotations.NullMarked;
