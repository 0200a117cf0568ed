/**
 * How the operator's command talks with Kafka.
 *
 * <p>It reads what transactions have committed, without a consumer group, so that nobody's position moves. Start at
 * {@link io.crowdchart.operations.kafka.KafkaClients}.
 */
@NullMarked
package io.crowdchart.operations.kafka;

import org.jspecify.annotations.NullMarked;
