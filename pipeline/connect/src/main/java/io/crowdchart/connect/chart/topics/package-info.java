/**
 * What the sink asks Kafka itself, beside the records that Connect brings: how the topics are now, and all their records
 * once more when the charts are made anew. Start at {@link io.crowdchart.connect.chart.topics.ChartTopics}.
 */
@NullMarked
package io.crowdchart.connect.chart.topics;

import org.jspecify.annotations.NullMarked;
