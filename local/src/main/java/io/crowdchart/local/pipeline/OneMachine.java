package io.crowdchart.local.pipeline;

import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.embedded.connect.ConnectWorker;
import io.crowdchart.embedded.connect.WorkerSettings;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.model.topic.Topic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The whole pipeline on one machine: redis-server, a Kafka broker, the aggregation, a Connect worker with the source and the
 * sink. Only loopback, free ports. Closing it stops everything in the opposite order.
 */
public final class OneMachine implements AutoCloseable {

    /** The name of the source connector. */
    public static final String SOURCE = "jetstream-source";
    /** The name of the sink connector. */
    public static final String SINK = "chart-sink";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    private final Parts parts = new Parts();
    private final DataFolder folder;
    private final PipelineSettings settings;
    private final Progress progress;

    private final RedisServer redis;
    private final KafkaBroker broker;
    private final ConnectWorker worker;

    private OneMachine(DataFolder folder, Watchdog watchdog, PipelineSettings settings, Progress progress) {
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
        try {
            var redisStart = inBackground(() -> startRedis(watchdog));
            this.broker = startBroker();
            this.redis = join(redisStart);
            var aggregation = inBackground(this::startAggregation);
            this.worker = startWorker();
            join(aggregation);
            startConnectors();
        } catch (RuntimeException | Error e) {
            parts.close();
            throw e;
        }
    }

    /**
     * Starts everything and waits until it works.
     *
     * @throws StartException if a part does not start
     */
    public static OneMachine start(DataFolder folder, Watchdog watchdog, PipelineSettings settings, Progress progress) {
        return new OneMachine(folder, watchdog, settings, progress);
    }

    private RedisServer startRedis(Watchdog watchdog) {
        RedisOptions options = RedisOptions.keptIn(folder.of("redis")).withLog(folder.log("redis"));
        RedisServer server = parts.add(RedisServer.start(options, watchdog));
        progress.done("Redis on " + server.host() + ":" + server.port());
        return server;
    }

    private KafkaBroker startBroker() {
        KafkaBroker started = parts.add(KafkaBroker.start(folder.of("kafka")));
        started.evictMembers("connect-" + SINK);
        started.createTopics(
                Arrays.stream(Topic.values()).map(OneMachine::newTopic).toList());
        progress.done("Kafka on " + started.bootstrapServers());
        return started;
    }

    private static NewTopic newTopic(Topic topic) {
        return new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs());
    }

    private Aggregation startAggregation() {
        Aggregation started =
                parts.add(Aggregation.start(ChartStreamsConfig.local(broker.bootstrapServers(), folder.of("streams"))));
        progress.done("KSQL's twin on Kafka Streams");
        return started;
    }

    private ConnectWorker startWorker() {
        var settingsOfWorker =
                WorkerSettings.of(broker.bootstrapServers(), settings.plugin().path(), values());
        ConnectWorker started = parts.add(ConnectWorker.start(settingsOfWorker));
        progress.done("Kafka Connect on " + started.url());
        return started;
    }

    /** What stands for the placeholders in the connectors' configurations. */
    private Map<String, String> values() {
        return Map.ofEntries(
                Map.entry("JETSTREAM_HOSTS", settings.jetstreamHosts()),
                Map.entry("JETSTREAM_START", settings.jetstreamStart()),
                Map.entry(
                        "HEARTBEAT_INTERVAL_MS",
                        Long.toString(settings.heartbeat().toMillis())),
                Map.entry("CHART_HASHTAG", settings.hashtag()),
                Map.entry("CHART_ZONE", settings.zone().getId()),
                Map.entry("VOTE_SECRET", folder.voteSecret()),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers()),
                Map.entry("KAFKA_SECURITY_PROTOCOL", ""),
                Map.entry("KAFKA_SASL_MECHANISM", ""),
                Map.entry("KAFKA_SASL_JAAS_CONFIG", ""),
                Map.entry("KAFKA_SASL_CALLBACK_HANDLER", ""),
                Map.entry("REDIS_HOST", redis.host()),
                Map.entry("REDIS_PORT", Integer.toString(redis.port())),
                Map.entry("REDIS_CLUSTER", "false"),
                Map.entry("REDIS_TLS", "false"),
                Map.entry("REDIS_USER", ""),
                Map.entry("REDIS_PASSWORD", ""),
                Map.entry("REDIS_IAM_CACHE", ""),
                Map.entry("DEAD_LETTERS_REPLICATION", "1"));
    }

    private void startConnectors() {
        for (String connector : List.of(SINK, SOURCE)) {
            worker.rest().put(settings.plugin().connector(connector));
        }
        for (String connector : List.of(SINK, SOURCE)) {
            worker.rest().awaitRunning(connector, START_LIMIT);
            progress.done("connector " + connector);
        }
    }

    private static <T> CompletableFuture<T> inBackground(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> new Thread(task, "start").start());
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** The redis-server process. */
    public RedisServer redis() {
        return redis;
    }

    /** How to reach Redis. */
    public RedisConfig redisConfig() {
        return RedisConfig.node(redis.host(), redis.port());
    }

    /** Where the broker is. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Stops the broker in order and starts it again, while everything else goes on. */
    public void restartBroker() {
        broker.restart();
    }

    /** The Connect worker. */
    public ConnectWorker worker() {
        return worker;
    }

    @Override
    public void close() {
        parts.close();
    }
}
