/**
 * Writing charts. A {@link io.crowdchart.cache.write.ChartBatch} carries absolute values and says from which positions to
 * which it leads; it is applied whole or not at all, and only where its positions follow the stored ones. A crash, a replay
 * or a second writer therefore changes nothing that is newer. Start at {@link io.crowdchart.cache.write.ChartWriter}.
 */
@NullMarked
package io.crowdchart.cache.write;

import org.jspecify.annotations.NullMarked;
