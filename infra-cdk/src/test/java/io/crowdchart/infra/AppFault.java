package io.crowdchart.infra;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awscdk.App;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.msk.CfnCluster;
import software.constructs.IConstruct;

/**
 * A deliberate fault in the app that the synthesis itself must refuse, and what its report must say: the validation of
 * CloudFormation, or a rule of AWS Solutions.
 */
enum AppFault {
    AN_UNKNOWN_PROPERTY(overridden("CrowdChartCache/Cache/Charts", "Replicas", 2), "Replicas: Additional properties"),
    A_TOPIC_WITHOUT_PARTITIONS(
            overridden("CrowdChartStreaming/Kafka/Topic-votes", "PartitionCount", 0),
            "0 is less than the minimum of 1"),
    A_TASK_THAT_FARGATE_DOES_NOT_HAVE(
            overridden("CrowdChartPipeline/Ksql/Server/Task/Resource", "Memory", "1024"), "not compatible with Memory"),
    A_TIMEOUT_THAT_LAMBDA_DOES_NOT_HAVE(
            overridden("CrowdChartSkill/Skill/Skill/Function/Resource", "Timeout", 901), "901 exceeds maximum 900"),
    /** Only a warning: it fails because the validation is at its strictest. */
    A_RETENTION_THAT_LOGS_DO_NOT_HAVE(
            overridden("CrowdChartSkill/Skill/Skill/Log/Resource", "RetentionInDays", 8),
            "RetentionInDays: 8 is not one of"),
    A_RUNTIME_WITHOUT_SNAPSHOTS(
            overridden("CrowdChartSkill/Skill/Skill/Function/Resource", "Runtime", "java8"),
            "SnapStart is not supported"),

    AN_OPEN_PORT(
            app -> at(app, "CrowdChartNetwork/Network/Connect", SecurityGroup.class)
                    .addIngressRule(Peer.anyIpv4(), Port.tcp(8083)),
            "AwsSolutions-EC23"),
    BROKERS_IN_CLEAR(
            app -> at(app, "CrowdChartStreaming/Kafka/Cluster", CfnCluster.class)
                    .setEncryptionInfo(CfnCluster.EncryptionInfoProperty.builder()
                            .encryptionInTransit(CfnCluster.EncryptionInTransitProperty.builder()
                                    .clientBroker("PLAINTEXT")
                                    .build())
                            .build()),
            "AwsSolutions-MSK2"),
    A_WILDCARD(
            app -> at(app, "CrowdChartSkill/Skill/Skill/Role", Role.class)
                    .addToPolicy(PolicyStatement.Builder.create()
                            .actions(List.of("logs:*"))
                            .resources(List.of("arn:aws:logs:us-east-1:123456789012:log-group:chart"))
                            .build()),
            "AwsSolutions-IAM5");

    @SuppressWarnings("ImmutableEnumChecker") // It has no state.
    private final Consumer<App> change;

    private final String inReport;

    AppFault(Consumer<App> change, String inReport) {
        this.change = change;
        this.inReport = inReport;
    }

    Consumer<App> change() {
        return change;
    }

    String inReport() {
        return inReport;
    }

    private static Consumer<App> overridden(String path, String property, Object value) {
        return app -> at(app, path, CfnResource.class).addPropertyOverride(property, value);
    }

    private static <C> C at(App app, String path, Class<C> type) {
        IConstruct found = app;
        for (String id : path.split("/", -1)) {
            found = found.getNode().findChild(id);
        }
        return type.cast(found);
    }
}
