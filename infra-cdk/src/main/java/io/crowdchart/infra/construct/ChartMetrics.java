package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.config.KafkaChoice;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilter;
import software.constructs.Construct;

/** What is measured on the way of a vote. Where a service has no metric of its own, the lines of its log are counted. */
public final class ChartMetrics extends Construct {

    private static final String NAMESPACE = "CrowdChart";
    private static final double FULL = 0.8;

    private final Props props;
    private final Metric failedConnectors;
    private final Metric failedTasks;
    private final Metric deadLetters;
    private final Metric skippedByKsql;

    /**
     * What the metrics need.
     *
     * @param config how large the parts are
     * @param connectLog what the workers and their side-cars say
     * @param ksqlLog what ksqlDB says
     * @param skill what Alexa calls
     * @param chartAge how old the chart is
     */
    public record Props(InfraConfig config, LogGroup connectLog, LogGroup ksqlLog, Alias skill, Metric chartAge) {}

    public ChartMetrics(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        failedConnectors = told("FailedConnectors", "failedConnectors");
        failedTasks = told("FailedTasks", "failedTasks");
        // What Connect says of every record that it puts aside.
        deadLetters =
                counted("DeadLetters", props.connectLog(), FilterPattern.literal("\"Error encountered in task\""));
        skippedByKsql = counted("SkippedByKsql", props.ksqlLog(), FilterPattern.literal("deserializationError"));
    }

    /** A number in the lines of the side-car. */
    private Metric told(String name, String field) {
        filter(name, props.connectLog(), FilterPattern.literal("{ $." + field + " >= 0 }"), "$." + field);
        return own(name, "Maximum");
    }

    private Metric counted(String name, LogGroup log, IFilterPattern pattern) {
        filter(name, log, pattern, "1");
        return own(name, "Sum");
    }

    private void filter(String name, LogGroup log, IFilterPattern pattern, String value) {
        MetricFilter.Builder.create(this, name)
                .logGroup(log)
                .filterPattern(pattern)
                .metricNamespace(NAMESPACE)
                .metricName(name)
                .metricValue(value)
                .build();
    }

    private static Metric own(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(NAMESPACE)
                .metricName(name)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    /** The age of the chart, in seconds. */
    public Metric chartAge() {
        return props.chartAge();
    }

    public Metric failedConnectors() {
        return failedConnectors;
    }

    public Metric failedTasks() {
        return failedTasks;
    }

    public Metric deadLetters() {
        return deadLetters;
    }

    public Metric skippedByKsql() {
        return skippedByKsql;
    }

    public Metric skillQuestions() {
        return props.skill().metricInvocations(aMinute("Sum"));
    }

    public Metric skillErrors() {
        return props.skill().metricErrors(aMinute("Sum"));
    }

    public Metric skillThrottles() {
        return props.skill().metricThrottles(aMinute("Sum"));
    }

    /** In milliseconds, of the slowest hundredth. */
    public Metric skillDuration() {
        return props.skill().metricDuration(aMinute("p99"));
    }

    private static MetricOptions aMinute(String statistic) {
        return MetricOptions.builder()
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    public Metric cacheThrottles() {
        return cache("ThrottledCmds", "Sum");
    }

    public Metric cacheBytes() {
        return cache("BytesUsedForCache", "Maximum");
    }

    public Metric cacheUnits() {
        return cache("ElastiCacheProcessingUnits", "Sum");
    }

    /** From how many bytes on the cache is nearly full. */
    double mostCacheBytes() {
        return FULL * props.config().cache().gibibytes() * 1_000_000_000;
    }

    private static Metric cache(String name, String statistic) {
        return Metric.Builder.create()
                .namespace("AWS/ElastiCache")
                .metricName(name)
                .dimensionsMap(Map.of("clusterId", ChartCache.NAME))
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    /** How full the disks of the brokers are, in percent; none where the brokers are not ours. */
    public List<Metric> disks() {
        return brokers("KafkaDataLogsDiskUsed");
    }

    /** What comes in at the brokers, in bytes a second; none where the brokers are not ours. */
    public List<Metric> incoming() {
        return brokers("BytesInPerSec");
    }

    /** How many records a consumer group has not read; none where the brokers are not ours. */
    public List<Metric> lag(String group, String topic) {
        return isMsk() ? List.of(kafka("SumOffsetLag", Map.of("Consumer Group", group, "Topic", topic))) : List.of();
    }

    private List<Metric> brokers(String name) {
        int brokers = isMsk() ? props.config().profile().brokers().count() : 0;
        return IntStream.rangeClosed(1, brokers)
                .mapToObj(broker -> kafka(name, Map.of("Broker ID", Integer.toString(broker))))
                .toList();
    }

    private boolean isMsk() {
        return props.config().kafka() instanceof KafkaChoice.Msk;
    }

    private static Metric kafka(String name, Map<String, String> what) {
        Map<String, String> dimensions = new TreeMap<>(what);
        dimensions.put("Cluster Name", KafkaCluster.NAME);
        return Metric.Builder.create()
                .namespace("AWS/Kafka")
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}
