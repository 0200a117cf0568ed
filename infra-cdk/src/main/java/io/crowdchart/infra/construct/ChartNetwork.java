package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.KafkaChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * A network of two zones without NAT. The cache, the brokers and the functions are in subnets without a way out; only the
 * pipeline, which reads the posts, has public addresses, and lets nobody in.
 */
public final class ChartNetwork extends Construct {

    /** Where clients reach the charts: the endpoint that writes, and the one that only reads. */
    private static final Port REDIS = Port.tcpRange(6379, 6380);
    /** Where workers of Connect talk to each other. */
    static final int CONNECT_PORT = 8083;

    private static final String DATA = "data";
    private static final String OUTWARD = "outward";

    private final Vpc vpc;
    private final SecurityGroup functions;
    private final SecurityGroup cache;
    private final SecurityGroup connect;
    private final SecurityGroup ksql;
    private final Optional<SecurityGroup> brokers;

    /**
     * What the network needs.
     *
     * @param kafka whether there are brokers inside, and on which ports they are reached
     * @param zones where it is; the first two that AWS names if there are none
     */
    public record Props(KafkaChoice kafka, List<String> zones) {}

    public ChartNetwork(Construct scope, String id, Props props) {
        super(scope, id);
        vpc = makeVpc(props.zones());
        functions = group("Functions", "the skill and the probe");
        cache = group("Cache", "the charts");
        connect = group("Connect", "the workers of Kafka Connect");
        ksql = group("Ksql", "ksqlDB");
        brokers = props.kafka() instanceof KafkaChoice.Msk
                ? Optional.of(group("Brokers", "the brokers"))
                : Optional.empty();
        allowTheWayOfAVote(props.kafka().ports());
    }

    private Vpc makeVpc(List<String> zones) {
        Vpc.Builder builder = Vpc.Builder.create(this, "Vpc");
        if (zones.isEmpty()) {
            builder.maxAzs(2);
        } else {
            builder.availabilityZones(zones);
        }
        return builder.natGateways(0)
                // It would need a function of its own; nothing is in the default group.
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        SubnetConfiguration.builder()
                                .name(DATA)
                                .subnetType(SubnetType.PRIVATE_ISOLATED)
                                .build(),
                        SubnetConfiguration.builder()
                                .name(OUTWARD)
                                .subnetType(SubnetType.PUBLIC)
                                .mapPublicIpOnLaunch(false)
                                .build()))
                .gatewayEndpoints(Map.of(
                        "S3",
                        GatewayVpcEndpointOptions.builder()
                                .service(GatewayVpcEndpointAwsService.S3)
                                .build()))
                .flowLogs(Map.of(
                        "Rejected",
                        FlowLogOptions.builder()
                                .trafficType(FlowLogTrafficType.REJECT)
                                .destination(FlowLogDestination.toCloudWatchLogs(rejectedLog()))
                                .build()))
                .build();
    }

    private LogGroup rejectedLog() {
        return LogGroup.Builder.create(this, "RejectedLog")
                .retention(RetentionDays.ONE_WEEK)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
    }

    private SecurityGroup group(String id, String whose) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description("Crowd Chart: " + whose)
                .allowAllOutbound(false)
                .build();
    }

    private void allowTheWayOfAVote(List<Integer> kafkaPorts) {
        allow(functions, cache, REDIS, "questions to the charts");
        allow(connect, cache, REDIS, "the charts");
        allow(connect, connect, Port.tcp(CONNECT_PORT), "workers among themselves");
        for (SecurityGroup client : List.of(connect, ksql)) {
            client.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "images, files, posts");
            for (Integer port : kafkaPorts) {
                brokers.ifPresentOrElse(
                        inside -> allow(client, inside, Port.tcp(port), "Kafka"),
                        () -> client.addEgressRule(Peer.anyIpv4(), Port.tcp(port), "Kafka"));
            }
        }
    }

    private static void allow(SecurityGroup from, SecurityGroup to, Port port, String what) {
        from.addEgressRule(to, port, what);
        to.addIngressRule(from, port, what);
    }

    public IVpc vpc() {
        return vpc;
    }

    /** Subnets without a way in or out. */
    public SubnetSelection data() {
        return SubnetSelection.builder().subnetGroupName(DATA).build();
    }

    /** Subnets with a way out, for those that get a public address. */
    public SubnetSelection outward() {
        return SubnetSelection.builder().subnetGroupName(OUTWARD).build();
    }

    public SecurityGroup functions() {
        return functions;
    }

    public SecurityGroup cache() {
        return cache;
    }

    public SecurityGroup connect() {
        return connect;
    }

    public SecurityGroup ksql() {
        return ksql;
    }

    /** Only where the brokers are made here. */
    public Optional<SecurityGroup> brokers() {
        return brokers;
    }
}
