/**
 * The charts in Redis or Valkey: key layout, scripts, connection. Every key carries the hash tag {@code {chart}}, so that
 * one script may touch them all, also on a cluster. Scores are minus the votes: one ascending range is the chart in rank
 * order, with ties by song. Start at {@link io.crowdchart.cache.redis.RedisConfig}.
 */
@NullMarked
package io.crowdchart.cache.redis;

import org.jspecify.annotations.NullMarked;
