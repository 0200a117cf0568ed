package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.Profile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.msk.CfnCluster;
import software.amazon.awscdk.services.msk.CfnConfiguration;
import software.amazon.awscdk.services.msk.CfnTopic;
import software.constructs.Construct;

/** Brokers in Amazon MSK, which let clients in over TLS and IAM only, and the topics of the pipeline. */
public final class KafkaCluster extends Construct implements KafkaAccess {

    /** A part of every ARN in it. */
    public static final String NAME = "crowd-chart";

    private static final String VERSION = "3.9.x.kraft";

    private final CfnCluster cluster;
    private final BootstrapServers bootstrapServers;
    private final int replication;

    /**
     * What the cluster needs.
     *
     * @param brokers how many and which
     * @param network where they are
     * @param logRetention how long their logs are kept
     */
    public record Props(Profile.Brokers brokers, ChartNetwork network, RetentionDays logRetention) {}

    public KafkaCluster(Construct scope, String id, Props props) {
        super(scope, id);
        replication = props.brokers().replication();
        cluster = CfnCluster.Builder.create(this, "Cluster")
                .clusterName(NAME)
                .kafkaVersion(VERSION)
                .numberOfBrokerNodes(props.brokers().count())
                .brokerNodeGroupInfo(brokers(props))
                .clientAuthentication(iamOnly())
                .encryptionInfo(tlsOnly())
                .configurationInfo(configuration(props.brokers()))
                .enhancedMonitoring("DEFAULT")
                .loggingInfo(logging(props.logRetention()))
                .build();
        for (ChartTopic topic : ChartTopic.values()) {
            CfnTopic.Builder.create(this, "Topic-" + topic.topicName())
                    .clusterArn(cluster.getAttrArn())
                    .topicName(topic.topicName())
                    .partitionCount(topic.partitions())
                    .replicationFactor(replication)
                    .configs(Base64.getEncoder()
                            .encodeToString(topic.properties().getBytes(StandardCharsets.UTF_8)))
                    .build();
        }
        bootstrapServers = new BootstrapServers(
                this, "Bootstrap", new BootstrapServers.Props(cluster.getAttrArn(), props.logRetention()));
    }

    private static CfnCluster.BrokerNodeGroupInfoProperty brokers(Props props) {
        return CfnCluster.BrokerNodeGroupInfoProperty.builder()
                .instanceType(props.brokers().instanceType())
                .clientSubnets(props.network()
                        .vpc()
                        .selectSubnets(props.network().data())
                        .getSubnetIds())
                .securityGroups(List.of(props.network().brokers().orElseThrow().getSecurityGroupId()))
                .storageInfo(CfnCluster.StorageInfoProperty.builder()
                        .ebsStorageInfo(CfnCluster.EBSStorageInfoProperty.builder()
                                .volumeSize(props.brokers().gibibytes())
                                .build())
                        .build())
                .build();
    }

    private static CfnCluster.ClientAuthenticationProperty iamOnly() {
        return CfnCluster.ClientAuthenticationProperty.builder()
                .sasl(CfnCluster.SaslProperty.builder()
                        .iam(CfnCluster.IamProperty.builder().enabled(true).build())
                        .build())
                .unauthenticated(CfnCluster.UnauthenticatedProperty.builder()
                        .enabled(false)
                        .build())
                .build();
    }

    private static CfnCluster.EncryptionInfoProperty tlsOnly() {
        return CfnCluster.EncryptionInfoProperty.builder()
                .encryptionInTransit(CfnCluster.EncryptionInTransitProperty.builder()
                        .clientBroker("TLS")
                        .inCluster(true)
                        .build())
                .build();
    }

    private CfnCluster.ConfigurationInfoProperty configuration(Profile.Brokers brokers) {
        // A configuration cannot be used again under its name while an old cluster has it, so the sizes are a part of
        // it.
        CfnConfiguration configuration = CfnConfiguration.Builder.create(this, "Configuration")
                .name(NAME + "-" + brokers.replication() + "-" + brokers.minInSync())
                .description(
                        "Crowd Chart: topics are made on purpose, and nothing is lost to a broker that fell behind")
                .serverProperties(String.join(
                        "\n",
                        "auto.create.topics.enable=false",
                        "unclean.leader.election.enable=false",
                        "default.replication.factor=" + brokers.replication(),
                        "min.insync.replicas=" + brokers.minInSync(),
                        "offsets.topic.replication.factor=" + brokers.replication(),
                        "transaction.state.log.replication.factor=" + brokers.replication(),
                        "transaction.state.log.min.isr=" + brokers.minInSync(),
                        // What was replayed of the dead letters is kept as the offsets of a group without members.
                        "offsets.retention.minutes=129600"))
                .build();
        return CfnCluster.ConfigurationInfoProperty.builder()
                .arn(configuration.getAttrArn())
                // Settings that were changed reach the brokers with it.
                .revision(configuration.getAttrLatestRevisionRevision())
                .build();
    }

    private CfnCluster.LoggingInfoProperty logging(RetentionDays retention) {
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(retention)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        return CfnCluster.LoggingInfoProperty.builder()
                .brokerLogs(CfnCluster.BrokerLogsProperty.builder()
                        .cloudWatchLogs(CfnCluster.CloudWatchLogsProperty.builder()
                                .enabled(true)
                                .logGroup(log.getLogGroupName())
                                .build())
                        .build())
                .build();
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers.value(),
                "KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "KAFKA_SASL_MECHANISM",
                "AWS_MSK_IAM",
                "KAFKA_SASL_JAAS_CONFIG",
                "software.amazon.msk.auth.iam.IAMLoginModule required;",
                "KAFKA_SASL_CALLBACK_HANDLER",
                "software.amazon.msk.auth.iam.IAMClientCallbackHandler",
                "KAFKA_REPLICATION",
                Integer.toString(replication));
    }

    @Override
    public Map<String, Secret> secrets() {
        return Map.of();
    }

    @Override
    public int replication() {
        return replication;
    }

    @Override
    public boolean usesIam() {
        return true;
    }

    @Override
    public void grant(IRole role, Needs needs) {
        new KafkaRights(role, NAME).grant(needs);
    }
}
