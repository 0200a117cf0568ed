/**
 * The charts in Redis. This module is the only one that knows Redis; others see {@link
 * io.crowdchart.cache.write.ChartWriter} and {@link io.crowdchart.cache.read.ChartReader}.
 *
 * <p>The writer keeps data and Kafka positions together and moves both in one atomic step; the reader answers a question
 * with one call. Start at {@link io.crowdchart.cache.redis.RedisCharts}.
 */
@NullMarked
package io.crowdchart.cache;

import org.jspecify.annotations.NullMarked;
