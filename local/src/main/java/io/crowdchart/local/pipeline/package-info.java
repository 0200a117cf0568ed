/**
 * The pipeline on this machine: every part that a vote passes on its way, started in one JVM (redis-server in a process of
 * its own) and stopped again. Start at {@link io.crowdchart.local.pipeline.OneMachine}.
 */
@NullMarked
package io.crowdchart.local.pipeline;

import org.jspecify.annotations.NullMarked;
