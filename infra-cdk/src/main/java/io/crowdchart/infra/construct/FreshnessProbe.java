package io.crowdchart.infra.construct;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.LambdaFunction;
import software.amazon.awscdk.services.lambda.EventInvokeConfigOptions;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Asks each minute how old the chart is, the way the skill would, and tells it as a metric. */
public final class FreshnessProbe extends Construct {

    /**
     * What the probe needs.
     *
     * @param zip the code
     * @param network where it is
     * @param cache what it reads
     * @param logRetention how long its log is kept
     */
    public record Props(Path zip, ChartNetwork network, ChartCache cache, RetentionDays logRetention) {}

    public FreshnessProbe(Construct scope, String id, Props props) {
        super(scope, id);
        ChartFunction chartFunction = new ChartFunction(
                this,
                "Probe",
                new ChartFunction.Props(
                        props.zip(),
                        "io.crowdchart.lambda.FreshnessProbe",
                        Duration.seconds(20),
                        props.network(),
                        props.cache(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        props.logRetention()));
        // Lambda itself would ask again, too: the next minute has its own question.
        chartFunction
                .function()
                .configureAsyncInvoke(
                        EventInvokeConfigOptions.builder().retryAttempts(0).build());
        Rule.Builder.create(this, "EachMinute")
                .description("Crowd Chart: asks how old the chart is")
                .schedule(Schedule.rate(Duration.minutes(1)))
                .targets(List.of(LambdaFunction.Builder.create(chartFunction.function())
                        .retryAttempts(0)
                        .build()))
                .build();
    }

    /** The age of the chart in seconds; missing while nobody can tell. */
    public Metric age() {
        return Metric.Builder.create()
                .namespace("CrowdChart")
                .metricName("ChartAgeSeconds")
                .dimensionsMap(Map.of("Service", "probe"))
                .statistic("Maximum")
                .period(Duration.minutes(1))
                .build();
    }
}
