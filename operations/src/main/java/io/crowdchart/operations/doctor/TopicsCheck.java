package io.crowdchart.operations.doctor;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.topic.TopicSetup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Whether the topics are as they should be. */
final class TopicsCheck implements Check {

    private final Supplier<KafkaView> kafka;

    TopicsCheck(Supplier<KafkaView> kafka) {
        this.kafka = kafka;
    }

    @Override
    public String link() {
        return "topics";
    }

    @Override
    public Set<Part> needs() {
        return Set.of(Part.KAFKA);
    }

    @Override
    public List<Finding> examine(Set<Part> away) throws InterruptedException {
        Map<Topic, List<String>> faults = new TopicSetup(kafka.get().admin(), Optional.empty()).faults();
        List<Finding> findings = faults.entrySet().stream()
                .filter(topic -> !topic.getValue().isEmpty())
                .map(
                        topic -> Finding.problem(
                                link(),
                                topic.getKey().topicName() + " " + String.join("; ", topic.getValue()),
                                "scripts/chart topics --create makes those that are missing; one that differs is changed by hand"))
                .toList();
        return findings.isEmpty()
                ? List.of(Finding.ok(link(), "all " + faults.size() + " as they should be"))
                : findings;
    }
}
