package io.crowdchart.infra.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.iam.IRole;

/** A Kafka, seen by the services that use it. */
public interface KafkaAccess {

    /** Where it is and how to log in: {@code KAFKA_BOOTSTRAP_SERVERS}, {@code KAFKA_SECURITY_PROTOCOL} and so on. */
    Map<String, String> environment();

    /** The part of it that is secret. */
    Map<String, Secret> secrets();

    /** The number of copies of every partition. */
    int replication();

    /** Whether the library is needed that logs in with IAM. */
    boolean usesIam();

    /** Lets somebody do what they need; nothing to do where Kafka itself decides. */
    void grant(IRole role, Needs needs);

    /**
     * What a client needs to do in Kafka. A name may end in {@code *}.
     *
     * @param reads topics that it reads
     * @param writes topics that it writes
     * @param owns topics that are its own: it makes them, reads, writes and changes them
     * @param purges topics in which it deletes what it has read
     * @param groups its consumer groups
     * @param transactions its transactional ids
     */
    record Needs(
            List<String> reads,
            List<String> writes,
            List<String> owns,
            List<String> purges,
            List<String> groups,
            List<String> transactions) {}
}
