package io.crowdchart.local.pipeline;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * Knows where the committed records of some partitions end. The end offset of a partition does not tell: behind the last
 * record stand the markers of transactions, which no reader ever "reads". So this reads every record once. One thread at a
 * time.
 */
final class TopicEnds implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final Set<TopicPartition> partitions = new HashSet<>();
    private final Map<TopicPartition, Long> ends = new HashMap<>();

    TopicEnds(String bootstrapServers) {
        this.consumer = CommittedRecords.reader(bootstrapServers);
    }

    /**
     * Reads on to the present end.
     *
     * @param topics the topics to look at; one that does not exist has no records
     * @return the offset behind the last committed record, for every partition that has one
     */
    Map<TopicPartition, Long> of(Collection<String> topics) {
        assign(topics);
        Map<TopicPartition, Long> limits = consumer.endOffsets(partitions);
        while (limits.entrySet().stream().anyMatch(limit -> consumer.position(limit.getKey()) < limit.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                ends.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
            }
        }
        return Map.copyOf(ends);
    }

    private void assign(Collection<String> topics) {
        boolean grown = false;
        for (String topic : topics) {
            List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            grown |= partitions.addAll(found);
        }
        if (grown) {
            // Positions of partitions that were assigned before are kept.
            consumer.assign(partitions);
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
