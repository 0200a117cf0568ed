package io.crowdchart.connect.chart;

import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.redis.Login;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The real things around the sink: a broker with the pipeline's topics, a redis-server that keeps its data, and a worker
 * with the packed plugin and the connector file that every host uses.
 */
final class SinkStack implements AutoCloseable {

    static final Duration LIMIT = Duration.ofSeconds(90);

    private static final Path PLUGIN_PATH = Path.of("target", "plugin");

    private final Map<String, String> topicConfigs;
    private final KafkaBroker broker;
    private final RedisServer redis;
    private final RedisConfig redisConfig;
    private final ConnectWorker worker;
    private final ChartReader reader;
    private final TopicWriter topics;

    private SinkStack(Path folder, RedisOptions options, Map<String, String> topicConfigs) {
        this.topicConfigs = topicConfigs;
        broker = KafkaBroker.start(folder.resolve("kafka"));
        broker.createTopics(Arrays.stream(Topic.values()).map(this::topic).toList());
        redis = RedisServer.start(options.withData(folder.resolve("redis")));
        redisConfig = new RedisConfig(
                "127.0.0.1",
                redis.port(),
                options.cluster(),
                false,
                Login.none(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(5));
        worker = ConnectWorker.start(WorkerSettings.of(broker.bootstrapServers(), PLUGIN_PATH, values()));
        reader = new RedisCharts(redisConfig, Clock.systemUTC()).reader();
        topics = new TopicWriter(broker.bootstrapServers());
    }

    /** Starts everything but the sink. */
    static SinkStack start(Path folder) {
        return start(folder, RedisOptions.inMemory(), Map.of());
    }

    /**
     * Starts everything but the sink.
     *
     * @param options of Redis, which keeps its data in the folder
     * @param topicConfigs further settings of the topics
     */
    static SinkStack start(Path folder, RedisOptions options, Map<String, String> topicConfigs) {
        return new SinkStack(folder, options, topicConfigs);
    }

    private NewTopic topic(Topic topic) {
        Map<String, String> configs = new HashMap<>(topicConfigs);
        configs.putAll(topic.configs());
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(configs);
    }

    private Map<String, String> values() {
        return Map.ofEntries(
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("KAFKA_SECURITY_PROTOCOL", ""),
                Map.entry("KAFKA_SASL_MECHANISM", ""),
                Map.entry("KAFKA_SASL_JAAS_CONFIG", ""),
                Map.entry("KAFKA_SASL_CALLBACK_HANDLER", ""),
                Map.entry("REDIS_HOST", "127.0.0.1"),
                Map.entry("REDIS_PORT", Integer.toString(redis.port())),
                Map.entry("REDIS_CLUSTER", Boolean.toString(redisConfig.cluster())),
                Map.entry("REDIS_TLS", "false"),
                Map.entry("REDIS_USER", ""),
                Map.entry("REDIS_PASSWORD", ""),
                Map.entry("REDIS_IAM_CACHE", ""),
                Map.entry("DEAD_LETTERS_REPLICATION", "1"));
    }

    /** Gives the connector file to the worker and waits until the task runs. */
    void runSink() {
        runSink(1);
    }

    void runSink(int tasks) {
        worker.rest()
                .put(ConnectorFile.text("chart-sink.json")
                        .replace("\"tasks.max\": \"1\"", "\"tasks.max\": \"" + tasks + "\""));
        worker.rest().awaitRunning("chart-sink", LIMIT);
    }

    void stopSink() {
        worker.rest().stop("chart-sink");
        worker.rest().awaitState("chart-sink", "STOPPED", LIMIT);
    }

    void resumeSink() {
        worker.rest().resume("chart-sink");
        worker.rest().awaitRunning("chart-sink", LIMIT);
    }

    /** Waits until the charts in Redis are what was written to the topics. */
    void awaitTruth() {
        await().atMost(LIMIT).pollInterval(Duration.ofMillis(50)).untilAsserted(() -> topics.requireTruthOf(reader));
    }

    /** Deletes a topic and makes it anew, empty. */
    void makeAnew(Topic topic) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.deleteTopics(List.of(topic.topicName()))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            await().atMost(LIMIT)
                    .until(() -> !admin.listTopics()
                            .names()
                            .toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .contains(topic.topicName()));
        }
        broker.createTopics(List.of(topic(topic)));
    }

    /** Gives topics that nothing was written to yet another partition. */
    void addPartition(Topic... topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createPartitions(Arrays.stream(topics)
                            .collect(Collectors.toMap(
                                    Topic::topicName, topic -> NewPartitions.increaseTo(topic.partitions() + 1))))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
            // The controller has them at once, the broker soon; whoever writes before that knows one partition only.
            await().atMost(LIMIT)
                    .until(() -> Arrays.stream(topics)
                            .allMatch(topic -> partitions(admin, topic.topicName()) > topic.partitions()));
        }
    }

    private static int partitions(Admin admin, String topic) {
        return admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .values()
                .stream()
                .mapToInt(found -> found.partitions().size())
                .sum();
    }

    ConnectorStatus status() {
        return worker.rest().status("chart-sink");
    }

    List<DeadLetter> deadLetters(int count) {
        return DeadLetter.read(broker.bootstrapServers(), count);
    }

    KafkaBroker broker() {
        return broker;
    }

    TopicWriter topics() {
        return topics;
    }

    RedisServer redis() {
        return redis;
    }

    RedisConfig redisConfig() {
        return redisConfig;
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
