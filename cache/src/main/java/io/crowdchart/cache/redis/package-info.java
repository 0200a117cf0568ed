/**
 * The charts in Redis or Valkey: key layout, scripts, connection. Every key carries the hash tag {@code {chart}}, so that
 * one script may touch them all, also on a cluster. Scores are minus the votes: one ascending range is the chart in rank
 * order, with ties by song. What the scripts take and give is written at their heads. Start at {@link io.crowdchart.cache.redis.RedisCharts}.
 */
@NullMarked
package io.crowdchart.cache.redis;

import org.jspecify.annotations.NullMarked;
