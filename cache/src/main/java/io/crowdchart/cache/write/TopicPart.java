package io.crowdchart.cache.write;

/**
 * A partition of a Kafka topic.
 *
 * @param topic its topic
 * @param partition its number, from 0
 */
public record TopicPart(String topic, int partition) {}
