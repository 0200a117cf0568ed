package io.crowdchart.operations.doctor;

import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.doctor.KafkaView.Cluster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Whether Kafka answers. */
final class KafkaCheck implements Check {

    private final String address;
    private final Supplier<KafkaView> kafka;

    KafkaCheck(String address, Supplier<KafkaView> kafka) {
        this.address = address;
        this.kafka = kafka;
    }

    @Override
    public String link() {
        return "kafka";
    }

    @Override
    public Optional<Part> proves() {
        return Optional.of(Part.KAFKA);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        if (address.isEmpty()) {
            return List.of(Finding.notAsked(link(), "no setting kafka.bootstrap.servers says where it is"));
        }
        try {
            Cluster cluster = kafka.get().cluster();
            return List.of(Finding.ok(
                    link(),
                    "cluster " + cluster.id() + " at " + address + ", " + Counted.of(cluster.brokers(), "broker")));
        } catch (KafkaException e) {
            return List.of(Finding.problem(
                    link(),
                    "no answer from " + address + ": " + e.getMessage(),
                    "Is it running, and are kafka.bootstrap.servers and the security settings right?"));
        }
    }
}
