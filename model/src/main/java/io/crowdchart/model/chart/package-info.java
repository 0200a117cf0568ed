/**
 * Charts: which window of time they cover, who stands where.
 *
 * <p>Ranks are competition ranks (1, 2, 2, 4). Start at {@link io.crowdchart.model.chart.ChartWindow}.
 */
@NullMarked
package io.crowdchart.model.chart;

import org.jspecify.annotations.NullMarked;
