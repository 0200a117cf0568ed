/** What votes cost in storage; run by hand, see {@link io.crowdchart.local.cost.StorageBench}. */
@NullMarked
package io.crowdchart.local.cost;

import org.jspecify.annotations.NullMarked;
