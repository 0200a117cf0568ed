/**
 * Charts without Redis, for the tests of those who write or read them. They pass the same contract as the real ones. Start
 * at {@link io.crowdchart.cache.memory.InMemoryCharts}.
 */
@NullMarked
package io.crowdchart.cache.memory;

import org.jspecify.annotations.NullMarked;
