/**
 * The sink: it keeps the charts in the cache equal to the ranking topics.
 *
 * <p>The cache holds the charts and the positions up to which they are made, and moves both in one step. The positions that
 * Kafka has for this connector are a by-product: where they differ, the cache is right if it can be trusted, and the task
 * seeks there. Whenever the task is not sure (it was just opened, the cache was away, a batch was refused), it drops what it
 * was given, has the charts looked at and seeks; nothing is lost by that, because a position only passes records that are
 * stored. Start at {@link io.crowdchart.connect.chart.ChartIntake}; what can go wrong with a cache is in {@code rebuild}.
 */
@NullMarked
package io.crowdchart.connect.chart;

import org.jspecify.annotations.NullMarked;
