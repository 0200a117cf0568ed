package io.crowdchart.operations.topic;

import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.kafka.KafkaClients;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/chart topics}. */
@Command(
        name = "topics",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Compares the topics with what they should be: names, partitions, settings. Changes none that is there.")
public final class TopicsCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--create", description = "Make the topics that are missing.")
    private boolean create;

    @Option(
            names = "--replication",
            paramLabel = "N",
            description = "How many copies of every partition there should be (default: what the brokers choose).")
    private @Nullable Short replication;

    public TopicsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (replication != null && replication < 1) {
            throw new WrongUseException("--replication expects a number from 1 on, was " + replication);
        }
        var clients =
                new KafkaClients(cluster.config(surroundings.environment()).requiredKafka());
        try (Admin admin = clients.admin()) {
            TopicSetup setup = new TopicSetup(admin, Optional.ofNullable(replication));
            if (create) {
                setup.createMissing().forEach(topic -> surroundings.screen().progress("made " + topic.topicName()));
            }
            // Those that were just made are looked at as well: a cluster may have rules of its own.
            Map<Topic, List<String>> faults = setup.faults();
            return report(faults);
        }
    }

    private int report(Map<Topic, List<String>> faults) {
        Screen screen = surroundings.screen();
        faults.forEach((topic, found) -> screen.result(String.format(
                Locale.ROOT, "%-20s %s", topic.topicName(), found.isEmpty() ? "good" : String.join("; ", found))));
        return faults.values().stream().allMatch(List::isEmpty) ? ExitStatus.GOOD : ExitStatus.DIFFERENT;
    }
}
