/**
 * A real Kafka broker inside the JVM.
 *
 * <p>It is broker and controller in one (KRaft), on 127.0.0.1 only, set up for exactly-once processing on a single node.
 * Its ports are new at every start, its data stays: clients must ask for {@code bootstrapServers()} again after a restart.
 * The server classes are no public API of Kafka, so the version is pinned. Start at {@link
 * io.crowdchart.embedded.kafka.KafkaBroker}.
 */
@NullMarked
package io.crowdchart.embedded.kafka;

import org.jspecify.annotations.NullMarked;
