package io.crowdchart.local.faults;

import static org.awaitility.Awaitility.await;

import io.crowdchart.model.topic.Topic;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/**
 * Somebody deletes a topic of the charts, and the operator makes it anew. KSQL writes into it only what changes from then on;
 * the operator has the rest repaired.
 */
final class TopicRecreated implements Fault {

    private final Stage stage;
    private final Topic topic;

    TopicRecreated(Stage stage, Topic topic) {
        this.stage = stage;
        this.topic = topic;
    }

    /** One for every topic that the operator's command can repair. */
    static List<Fault> all(Stage stage) {
        return List.of(
                new TopicRecreated(stage, Topic.SONG_RANKING),
                new TopicRecreated(stage, Topic.DAILY_RANKING),
                new TopicRecreated(stage, Topic.HOURLY_RANKING),
                new TopicRecreated(stage, Topic.SONG_TITLES));
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
            await("the topic is gone")
                    .atMost(Stage.LIMIT)
                    .until(() -> !admin.listTopics().names().get().contains(topic.topicName()));
        }
        stage.operate("topics", "--create");
    }

    @Override
    public void heal() throws InterruptedException {
        stage.awaitRunning();
        stage.awaitArrival();
        stage.repair();
    }
}
