/** Tests of the counting. Start at {@code cases}, which say by example what must come out. */
@NullMarked
package io.crowdchart.ksql;

import org.jspecify.annotations.NullMarked;
