package io.crowdchart.connect.chart;

import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.connect.ConnectorFile;
import io.crowdchart.embedded.connect.ConnectWorker;
import io.crowdchart.embedded.connect.ConnectorStatus;
import io.crowdchart.embedded.connect.WorkerSettings;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The real things around the sink: a broker with the pipeline's topics, a redis-server that keeps its data, and a worker
 * with the packed plugin and the connector file that every host uses.
 */
final class SinkStack implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Path PLUGIN_PATH = Path.of("target", "plugin");

    private final KafkaBroker broker;
    private final RedisServer redis;
    private final ConnectWorker worker;
    private final ChartReader reader;
    private final TopicWriter topics;

    private SinkStack(Path folder) {
        broker = KafkaBroker.start(folder.resolve("kafka"));
        broker.createTopics(Arrays.stream(Topic.values()).map(SinkStack::topic).toList());
        redis = RedisServer.start(RedisOptions.keptIn(folder.resolve("redis")));
        worker = ConnectWorker.start(WorkerSettings.of(broker.bootstrapServers(), PLUGIN_PATH, values(broker, redis)));
        reader = new RedisCharts(RedisConfig.node("127.0.0.1", redis.port()), Clock.systemUTC()).reader();
        topics = new TopicWriter(broker.bootstrapServers());
    }

    static SinkStack start(Path folder) {
        return new SinkStack(folder);
    }

    private static NewTopic topic(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1)
                .configs(Map.of("cleanup.policy", topic.cleanup().policy()));
    }

    private static Map<String, String> values(KafkaBroker broker, RedisServer redis) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers(),
                "REDIS_HOST", "127.0.0.1",
                "REDIS_PORT", Integer.toString(redis.port()),
                "REDIS_CLUSTER", "false",
                "REDIS_TLS", "false",
                "REDIS_USER", "",
                "REDIS_PASSWORD", "",
                "DEAD_LETTERS_REPLICATION", "1");
    }

    /** Gives the connector file to the worker and waits until the task runs. */
    void runSink() {
        worker.rest().put(ConnectorFile.text("chart-sink.json"));
        worker.rest().awaitRunning("chart-sink", LIMIT);
    }

    /** Waits until the sink is stopped, resets its offsets, and lets it go on. */
    void replay() {
        worker.rest().stop("chart-sink");
        worker.rest().awaitState("chart-sink", "STOPPED", LIMIT);
        worker.rest().resetOffsets("chart-sink");
        worker.rest().resume("chart-sink");
        worker.rest().awaitRunning("chart-sink", LIMIT);
    }

    /** Waits until the charts in Redis are what was written to the topics. */
    void awaitTruth() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> topics.requireTruthOf(reader));
    }

    ConnectorStatus status() {
        return worker.rest().status("chart-sink");
    }

    List<DeadLetter> deadLetters(int count) {
        return DeadLetter.read(broker.bootstrapServers(), count);
    }

    TopicWriter topics() {
        return topics;
    }

    RedisServer redis() {
        return redis;
    }

    ChartReader reader() {
        return reader;
    }

    ConnectWorker worker() {
        return worker;
    }

    @Override
    public void close() {
        topics.close();
        reader.close();
        worker.close();
        redis.close();
        broker.close();
    }
}
