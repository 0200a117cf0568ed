package io.crowdchart.operations.doctor;

import io.crowdchart.cache.inspect.ChartInspection;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.elasticache.ElastiCacheConfig;
import io.crowdchart.operations.elasticache.SdkCacheDirectory;
import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/chart doctor}: checks every link of the chart. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Looks at every link of the chart, from the source to the cache, and says which one is broken.")
public final class DoctorCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--source-connector",
            paramLabel = "NAME",
            defaultValue = "jetstream-source",
            description = "The name of the source connector (default: ${DEFAULT-VALUE}).")
    private String source = "";

    @Option(
            names = "--sink-connector",
            paramLabel = "NAME",
            defaultValue = "chart-sink",
            description =
                    "The name of the sink connector; its consumer group is connect-NAME (default: ${DEFAULT-VALUE}).")
    private String sink = "";

    @Option(
            names = "--ksql-group",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "crowd-chart-ksql,_confluent-ksql-*",
            description =
                    "The consumer groups of the aggregation; a * at the end stands for anything. The twin's is its"
                            + " application id, a ksqlDB has one a query: _confluent-ksql-<service id>query_…"
                            + " (default: ${DEFAULT-VALUE}).")
    private List<String> ksqlGroups = List.of();

    public DoctorCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        ClusterConfig config = cluster.config(surroundings.environment());
        Optional<ElastiCacheConfig> elastiCache = ElastiCacheConfig.from(config.elastiCache());
        Map<String, String> settings = new HashMap<>(config.kafka());
        settings.putAll(KafkaView.PATIENCE);
        var clients = new KafkaClients(settings);
        Clock clock = surroundings.clock();
        try (var kafka = new Lazily<KafkaView>(() -> new KafkaView(clients), KafkaView::close);
                var cache = new Lazily<ChartInspection>(() -> charts(config).inspection(), ChartInspection::close);
                var writer = new Lazily<ChartWriter>(() -> charts(config).writer(), ChartWriter::close)) {
            var diagnosis = new Diagnosis(new Checkup(List.of(
                            new KafkaCheck(config.kafka().getOrDefault("bootstrap.servers", ""), kafka),
                            new TopicsCheck(kafka),
                            new ConnectorsCheck(config.connect(), List.of(source, sink)),
                            new CacheCheck(config.redis(), cache),
                            new ElastiCacheCheck(elastiCache, config.redis(), SdkCacheDirectory::open),
                            new PulseCheck(kafka, cache, clock),
                            new SourceCheck(kafka, clock),
                            new AggregationCheck(kafka, ksqlGroups, clock),
                            new SinkCheck(kafka, writer, "connect-" + sink, clock),
                            new ChartsCheck(cache, writer, clock),
                            new DeadLettersCheck(kafka, clients)))
                    .run());
            diagnosis.lines().forEach(surroundings.screen()::result);
            checkAsked(config);
            return diagnosis.hasProblem() ? ExitStatus.DIFFERENT : ExitStatus.GOOD;
        }
    }

    /** Whether a chart is well nobody knows without looking at both. */
    private static void checkAsked(ClusterConfig config) {
        List<String> missing = new ArrayList<>();
        if (!config.kafka().containsKey("bootstrap.servers")) {
            missing.add(ClusterConfig.KAFKA_BOOTSTRAP);
        }
        if (config.redis().isEmpty()) {
            missing.add(ClusterConfig.REDIS_HOST);
        }
        if (!missing.isEmpty()) {
            throw new WrongUseException("most was not asked; this command needs the settings " + missing);
        }
    }

    private RedisCharts charts(ClusterConfig config) {
        return new RedisCharts(config.requiredRedis(), surroundings.clock());
    }
}
