package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.Profile;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PropagatedTagSource;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A service on Fargate with its log: it has a public address to reach others with, and nobody reaches it. */
final class PipelineService extends Construct {

    private final Props props;
    private final FargateTaskDefinition task;
    private final LogGroup log;

    /**
     * What the service needs.
     *
     * @param cluster where it runs
     * @param size of a task, and how many there are
     * @param network where its subnets are
     * @param group who may talk to whom
     * @param logRetention how long its log is kept
     */
    record Props(
            ICluster cluster,
            Profile.Task size,
            ChartNetwork network,
            SecurityGroup group,
            RetentionDays logRetention) {}

    PipelineService(Construct scope, String id, Props props) {
        super(scope, id);
        this.props = props;
        log = LogGroup.Builder.create(this, "Log")
                .retention(props.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        task = FargateTaskDefinition.Builder.create(this, "Task")
                .cpu(props.size().cpu())
                .memoryLimitMiB(props.size().mebibytes())
                .runtimePlatform(RuntimePlatform.builder()
                        .cpuArchitecture(CpuArchitecture.ARM64)
                        .operatingSystemFamily(OperatingSystemFamily.LINUX)
                        .build())
                .build();
        Reasons.acknowledge(
                task, "ECS2", "What is secret comes from Secrets Manager; the rest are addresses and choices.");
    }

    FargateTaskDefinition task() {
        return task;
    }

    LogGroup log() {
        return log;
    }

    /** A driver that writes to the log, a stream for every container. */
    LogDriver logOf(String container) {
        return LogDriver.awsLogs(AwsLogDriverProps.builder()
                .logGroup(log)
                .streamPrefix(container.toLowerCase(Locale.ROOT))
                .build());
    }

    /** Runs the task. A new one starts after the old one has ended, so that there are never two that write the same. */
    void run() {
        FargateService.Builder.create(this, "Service")
                .cluster(props.cluster())
                .taskDefinition(task)
                .desiredCount(props.size().count())
                .minHealthyPercent(0)
                .maxHealthyPercent(100)
                .circuitBreaker(DeploymentCircuitBreaker.builder()
                        .enable(true)
                        .rollback(true)
                        .build())
                .vpcSubnets(props.network().outward())
                .assignPublicIp(true)
                .securityGroups(List.of(props.group()))
                .propagateTags(PropagatedTagSource.SERVICE)
                .build();
    }
}
