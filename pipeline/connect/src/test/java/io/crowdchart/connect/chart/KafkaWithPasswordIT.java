package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.ChartTopics;
import io.crowdchart.connect.chart.topics.KafkaTopics;
import io.crowdchart.connect.chart.topics.Stretch;
import io.crowdchart.connect.chart.topics.TopicRead;
import io.crowdchart.connect.chart.topics.TopicsUnavailableException;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Kafka that wants to know who asks: what a connector's configuration says of it reaches the sink's own clients. */
class KafkaWithPasswordIT {

    private static KafkaBroker broker;

    @BeforeAll
    static void start(@TempDir Path folder) {
        broker = KafkaBroker.startWithPassword(folder, "sink", "s3cret");
        broker.createTopics(List.of(new NewTopic(RANKING.topic(), 1, (short) 1)));
        try (var writer = new TopicWriter(broker.bootstrapServers())) {
            writer.send(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":1}");
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void both_clients_of_the_sink_log_in() throws Exception {
        try (ChartTopics topics = topics(login("s3cret"))) {
            long end = topics.ask()
                    .get(60, TimeUnit.SECONDS)
                    .parts()
                    .values()
                    .iterator()
                    .next()
                    .end();
            assertThat(end).isPositive();
            assertThat(read(topics, Map.of(RANKING, new Stretch(0, end)))).isEqualTo(1);
        }
    }

    @Test
    void a_wrong_password_is_a_kafka_that_is_away() {
        try (ChartTopics topics = topics(login("wrong"))) {
            assertThatThrownBy(() -> topics.ask().get(60, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TopicsUnavailableException.class)
                    .hasMessageContaining("Authentication failed");
        }
    }

    private static Map<String, String> login(String password) {
        return Map.of(
                "chart.kafka.security.protocol",
                "SASL_PLAINTEXT",
                "chart.kafka.sasl.mechanism",
                "PLAIN",
                "chart.kafka.sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"sink\" password=\""
                        + password + "\";",
                // As the connector's file has it where no such class is wanted.
                "chart.kafka.sasl.client.callback.handler.class",
                "");
    }

    private static ChartTopics topics(Map<String, String> login) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "name",
                "chart-sink",
                "topics",
                RANKING.topic(),
                "chart.redis.host",
                "127.0.0.1",
                "chart.kafka.bootstrap.servers",
                broker.bootstrapServersWithPassword()));
        properties.putAll(login);
        ChartSinkConfig config = ChartSinkConfig.from(properties);
        return new KafkaTopics(config.kafka(), config.topics(), config.group(), Clock.systemUTC());
    }

    private static int read(ChartTopics topics, Map<TopicPart, Stretch> stretches) {
        int count = 0;
        try (TopicRead records = topics.read(stretches)) {
            for (int i = 0; i < 600 && !records.isDone(); i++) {
                List<SinkRecord> next = records.next(Duration.ofMillis(100));
                count += next.size();
            }
            assertThat(records.isDone()).isTrue();
        }
        return count;
    }
}
