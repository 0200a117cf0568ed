/**
 * Reading charts. Every question has one of five {@link io.crowdchart.cache.read.ChartAnswer answers}, never an exception.
 * Start at {@link io.crowdchart.cache.read.ChartReader}.
 */
@NullMarked
package io.crowdchart.cache.read;

import org.jspecify.annotations.NullMarked;
