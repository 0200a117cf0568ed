/**
 * One Kafka Connect plugin: {@code JetstreamSource} and {@code VoteExtractor} bring votes in, {@code ChartSink} takes the
 * counted charts out to the cache. What all of them share is here.
 *
 * <p>The plugin runs in a worker that it does not choose: nothing here may need more than the Connect API and what is in the
 * plugin's own folder. Every setting is explained in {@code docs/configuration.md}, which is generated from the code.
 */
@NullMarked
package io.crowdchart.connect;

import org.jspecify.annotations.NullMarked;
