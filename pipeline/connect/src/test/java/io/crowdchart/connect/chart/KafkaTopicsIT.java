package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.PULSE;
import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.CommittedPositions;
import io.crowdchart.connect.chart.topics.KafkaSettings;
import io.crowdchart.connect.chart.topics.KafkaTopics;
import io.crowdchart.connect.chart.topics.TopicsNow;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaTopicsIT extends ChartTopicsContract {

    private static final String GROUP = "connect-chart-sink";

    private static KafkaBroker broker;
    private static Admin admin;
    private static TopicWriter writer;

    private ChartTopics topics;

    @BeforeAll
    static void startBroker(@TempDir Path folder) {
        broker = KafkaBroker.start(folder);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
        writer = new TopicWriter(broker.bootstrapServers());
    }

    @AfterAll
    static void stopBroker() {
        writer.close();
        admin.close();
        broker.close();
    }

    @BeforeEach
    void beginAnew() throws Exception {
        create(RANKING);
        create(PULSE);
        topics = topicsAt(broker.bootstrapServers());
    }

    @AfterEach
    void clear() throws Exception {
        topics.close();
        for (TopicPart part : List.of(RANKING, PULSE)) {
            if (names().contains(part.topic())) {
                delete(part);
            }
        }
    }

    private static ChartTopics topicsAt(String address) {
        return new KafkaTopics(
                new KafkaSettings(Map.of("bootstrap.servers", address, "default.api.timeout.ms", "5000")),
                List.of(RANKING.topic(), PULSE.topic()),
                GROUP,
                Clock.systemUTC());
    }

    private static void create(TopicPart part) {
        broker.createTopics(
                List.of(new NewTopic(part.topic(), 1, (short) 1).configs(Map.of("cleanup.policy", "compact,delete"))));
    }

    @Override
    ChartTopics topics() {
        return topics;
    }

    /** Returns when readers of what was committed can see it, which is a moment after the commit was promised. */
    @Override
    void vote(String song, long votes) {
        writer.send(Topic.SONG_RANKING, "\"" + song + "\"", "{\"VOTES\":" + votes + "}");
        await().atMost(SinkStack.LIMIT)
                .until(() -> end(IsolationLevel.READ_COMMITTED) == end(IsolationLevel.READ_UNCOMMITTED));
    }

    private static long end(IsolationLevel level) throws Exception {
        TopicPartition ranking = Records.partition(RANKING);
        return admin.listOffsets(Map.of(ranking, OffsetSpec.latest()), new ListOffsetsOptions(level))
                .partitionResult(ranking)
                .get(60, TimeUnit.SECONDS)
                .offset();
    }

    @Override
    void makeAnew(TopicPart part) throws Exception {
        delete(part);
        create(part);
    }

    @Override
    void delete(TopicPart part) throws Exception {
        admin.deleteTopics(List.of(part.topic())).all().get(60, TimeUnit.SECONDS);
        await().atMost(SinkStack.LIMIT).until(() -> !names().contains(part.topic()));
    }

    private static Set<String> names() throws Exception {
        return admin.listTopics().names().get(60, TimeUnit.SECONDS);
    }

    @Override
    void deleteBefore(TopicPart part, long offset) throws Exception {
        admin.deleteRecords(Map.of(Records.partition(part), RecordsToDelete.beforeOffset(offset)))
                .all()
                .get(60, TimeUnit.SECONDS);
    }

    @Override
    void commit(TopicPart part, Position position) throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(Records.partition(part), CommittedPositions.written(position)))
                .all()
                .get(60, TimeUnit.SECONDS);
    }

    @Test
    void positions_without_an_id_are_not_told() throws Exception {
        admin.alterConsumerGroupOffsets(GROUP, Map.of(Records.partition(PULSE), new OffsetAndMetadata(3)))
                .all()
                .get(60, TimeUnit.SECONDS);

        assertThat(topics.ask().get(60, TimeUnit.SECONDS).committed()).isEmpty();
    }

    @Test
    void a_very_short_time_of_null_values_is_taken_for_a_minute() throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, PULSE.topic());
        var shortest = new AlterConfigOp(new ConfigEntry("delete.retention.ms", "0"), AlterConfigOp.OpType.SET);
        admin.incrementalAlterConfigs(Map.of(resource, List.of(shortest))).all().get(60, TimeUnit.SECONDS);

        await().atMost(SinkStack.LIMIT).untilAsserted(() -> {
            try (ChartTopics fresh = topicsAt(broker.bootstrapServers())) {
                TopicsNow now = fresh.ask().get(60, TimeUnit.SECONDS);
                assertThat(now.parts().values())
                        .anySatisfy(part -> assertThat(part.tombstonesStay()).isEqualTo(Duration.ofMinutes(1)));
            }
        });
    }

    @Test
    void aborted_records_are_passed_over() throws Exception {
        writer.sendAborted(Topic.SONG_RANKING, "\"nobody\"", "{\"VOTES\":9}");
        vote("july", 1);

        assertThat(readAll()).containsExactly("\"july\" {\"VOTES\":1}");
    }

    @Test
    void a_kafka_that_does_not_answer_is_said_to_be_unavailable() {
        try (ChartTopics nowhere = topicsAt("127.0.0.1:1")) {
            assertThatThrownBy(() -> nowhere.ask().get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TopicsUnavailableException.class);
        }
    }
}
