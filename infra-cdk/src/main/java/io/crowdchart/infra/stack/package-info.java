/** Six stacks that put the constructs together and hand each other what they made. Start at {@link ChartStacks}. */
@NullMarked
package io.crowdchart.infra.stack;

import org.jspecify.annotations.NullMarked;
