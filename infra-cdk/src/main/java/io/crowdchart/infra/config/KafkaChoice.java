package io.crowdchart.infra.config;

import java.util.Arrays;
import java.util.List;

/** Which Kafka the votes go through. */
public sealed interface KafkaChoice {

    /** The ports on which clients reach the brokers. */
    List<Integer> ports();

    /** Amazon MSK, made by the Streaming stack. */
    record Msk() implements KafkaChoice {

        /** Where brokers of MSK expect clients that log in with IAM. */
        public static final int IAM_PORT = 9098;

        @Override
        public List<Integer> ports() {
            return List.of(IAM_PORT);
        }
    }

    /**
     * Any other Kafka that can be reached from the internet over TLS, like Confluent Cloud.
     *
     * @param bootstrapServers the brokers, as {@code host:port}, separated by commas
     * @param secretName the name of a secret in Secrets Manager; its JSON has the whole log-in under {@code sasl.jaas.config}
     * @param saslMechanism like {@code PLAIN} or {@code SCRAM-SHA-512}
     */
    record External(String bootstrapServers, String secretName, String saslMechanism) implements KafkaChoice {

        @Override
        public List<Integer> ports() {
            return Arrays.stream(bootstrapServers.split(",", -1))
                    .map(server -> Integer.valueOf(server.substring(server.lastIndexOf(':') + 1)))
                    .distinct()
                    .toList();
        }
    }
}
