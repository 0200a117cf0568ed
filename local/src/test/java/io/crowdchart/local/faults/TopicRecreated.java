package io.crowdchart.local.faults;

import io.crowdchart.model.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Somebody deletes a ranking topic and makes it anew. KSQL writes into it only what changes from then on; the operator has
 * the rest repaired.
 */
final class TopicRecreated implements Fault {

    private final Stage stage;
    private final Topic topic;

    TopicRecreated(Stage stage, Topic topic) {
        this.stage = stage;
        this.topic = topic;
    }

    @Override
    public String name() {
        return "recreated-" + topic.topicName().replace('_', '-');
    }

    @Override
    public void strike() throws InterruptedException, ExecutionException {
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stage.machine().bootstrapServers()))) {
            admin.deleteTopics(List.of(topic.topicName())).all().get();
            admin.createTopics(List.of(
                            new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs())))
                    .all()
                    .get();
        }
    }

    @Override
    public void heal() throws InterruptedException, ExecutionException {
        stage.awaitRunning();
        stage.awaitArrival();
        Repair.of(stage, topic);
    }
}
