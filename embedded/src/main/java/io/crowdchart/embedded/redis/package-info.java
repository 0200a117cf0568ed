/**
 * A real redis-server as a process of its own, on 127.0.0.1: from the PATH, else the one that comes with the build.
 *
 * <p>Persistence is off unless a data folder is given. The process and its files are guarded by a {@link
 * io.crowdchart.embedded.process.Watchdog}. Start at {@link io.crowdchart.embedded.redis.RedisServer}.
 */
@NullMarked
package io.crowdchart.embedded.redis;

import org.jspecify.annotations.NullMarked;
