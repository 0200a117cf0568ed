package io.crowdchart.infra.construct;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.customresources.AwsCustomResource;
import software.amazon.awscdk.customresources.AwsCustomResourcePolicy;
import software.amazon.awscdk.customresources.AwsSdkCall;
import software.amazon.awscdk.customresources.PhysicalResourceId;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** The addresses of the brokers, which CloudFormation does not tell: a function asks MSK while the stack is deployed. */
final class BootstrapServers extends Construct {

    private static final String ANSWER = "BootstrapBrokerStringSaslIam";

    private final AwsCustomResource question;

    /**
     * What the question needs.
     *
     * @param clusterArn whose brokers
     * @param logRetention how long the log of the function is kept
     */
    record Props(String clusterArn, RetentionDays logRetention) {}

    BootstrapServers(Construct scope, String id, Props props) {
        super(scope, id);
        AwsSdkCall call = AwsSdkCall.builder()
                .service("Kafka")
                .action("GetBootstrapBrokers")
                .parameters(Map.of("ClusterArn", props.clusterArn()))
                .outputPaths(List.of(ANSWER))
                .physicalResourceId(PhysicalResourceId.of("bootstrap-servers"))
                .build();
        LogGroup log = LogGroup.Builder.create(this, "Log")
                .retention(props.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        role.addToPolicy(allow(List.of("logs:CreateLogStream", "logs:PutLogEvents"), log.getLogGroupArn()));
        question = AwsCustomResource.Builder.create(this, "Question")
                .onCreate(call)
                .onUpdate(call)
                .installLatestAwsSdk(false)
                .logGroup(log)
                .role(role)
                .policy(AwsCustomResourcePolicy.fromStatements(
                        List.of(allow(List.of("kafka:GetBootstrapBrokers"), props.clusterArn()))))
                .build();
    }

    private static PolicyStatement allow(List<String> actions, String resource) {
        return PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(actions)
                .resources(List.of(resource))
                .build();
    }

    /** As {@code host:port}, separated by commas; known when the stack is deployed. */
    String value() {
        return question.getResponseField(ANSWER);
    }
}
