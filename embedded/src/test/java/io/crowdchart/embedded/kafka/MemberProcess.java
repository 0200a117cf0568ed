package io.crowdchart.embedded.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A member of a consumer group, until it is killed. Started with bootstrap servers, group and topic. */
final class MemberProcess {

    static final String JOINED = "joined";

    private MemberProcess() {}

    public static void main(String[] arguments) {
        ChildJvm.endWithParent();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        arguments[0],
                        ConsumerConfig.GROUP_ID_CONFIG,
                        arguments[1],
                        // So long that a test which waits for it fails.
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        600_000),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.subscribe(List.of(arguments[2]));
            boolean said = false;
            while (true) {
                consumer.poll(Duration.ofMillis(100));
                if (!said && !consumer.assignment().isEmpty()) {
                    System.out.println(JOINED);
                    said = true;
                }
            }
        }
    }
}
