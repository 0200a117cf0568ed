/**
 * A Kafka Connect source for Jetstream, the public stream of Bluesky and its relatives.
 *
 * <p>One task, one WebSocket. The stored offset is the newest time that was handed out; it is resumed from a few seconds
 * earlier, so posts come twice and everything behind is idempotent. The server never says that it has skipped something: a
 * gap is seen only because the newest known event does not come again. An account event advances the time like any other.
 * No network trouble ever fails the task; an old pulse is how it shows. Start at
 * {@link io.crowdchart.connect.jetstream.JetstreamSourceTask}.
 */
@NullMarked
package io.crowdchart.connect.jetstream;

import org.jspecify.annotations.NullMarked;
