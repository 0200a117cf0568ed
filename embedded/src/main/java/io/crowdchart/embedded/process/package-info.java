/**
 * What must not stay behind when the JVM ends, in whichever way: child processes and temporary folders.
 *
 * <p>Shutdown hooks do not run after {@code kill -9}, so a small shell script that outlives the JVM does the clean-up. Its
 * only link to the JVM is a pipe, which the operating system closes when the JVM is gone. Start at {@link
 * io.crowdchart.embedded.process.Watchdog}.
 */
@NullMarked
package io.crowdchart.embedded.process;

import org.jspecify.annotations.NullMarked;
