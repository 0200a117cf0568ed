/**
 * The language that every module speaks: {@link io.crowdchart.model.song songs}, {@link io.crowdchart.model.vote votes},
 * {@link io.crowdchart.model.chart charts} and the {@link io.crowdchart.model.topic topics} between them.
 *
 * <p>Nothing here knows Kafka, Redis, AWS, a clock or the environment; every type is immutable and safe for use by
 * many threads.
 */
@NullMarked
package io.crowdchart.model;

import org.jspecify.annotations.NullMarked;
