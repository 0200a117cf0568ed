/**
 * {@code scripts/chart topics}: the topics of the pipeline in a Kafka that nobody else sets up.
 *
 * <p>What they should be is written down in the model's {@link io.crowdchart.model.topic.Topic}. Start at
 * {@link io.crowdchart.operations.topic.TopicSetup}.
 */
@NullMarked
package io.crowdchart.operations.topic;

import org.jspecify.annotations.NullMarked;
