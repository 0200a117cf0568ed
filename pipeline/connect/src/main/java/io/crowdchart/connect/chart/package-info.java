/**
 * The sink: it keeps the charts in the cache equal to the ranking topics.
 *
 * <p>The cache holds the charts and the positions up to which they are made, and moves both in one step. The positions that
 * Kafka has for this connector are a by-product: where they differ, the cache is right, and the task seeks there. Whenever
 * the task is not sure (it was just opened, the cache was away, a batch was refused), it drops what it was given, asks the
 * cache for its positions and seeks; nothing is lost by that, because a position only passes records that are stored.
 * Start at {@link io.crowdchart.connect.chart.ChartIntake}.
 */
@NullMarked
package io.crowdchart.connect.chart;

import org.jspecify.annotations.NullMarked;
