/**
 * Real servers for one machine, each bound to 127.0.0.1 only, for the runner and for tests.
 *
 * <p>A server that is a process of its own outlives a JVM that is killed, unless somebody else ends it: see {@link
 * io.crowdchart.embedded.process.Watchdog}. Kafka and the others run inside the JVM and end with it.
 */
@NullMarked
package io.crowdchart.embedded;

import org.jspecify.annotations.NullMarked;
