/**
 * Where a chart runs: Kafka, Kafka Connect, Redis.
 *
 * <p>A settings file says so, or the run on this machine that left such a file. Secrets may stand in the environment. Start
 * at {@link io.crowdchart.operations.cluster.ClusterConfig}.
 */
@NullMarked
package io.crowdchart.operations.cluster;

import org.jspecify.annotations.NullMarked;
