package io.crowdchart.infra.construct;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** A function of the skill's zip that reads the charts, and may do nothing else. */
final class ChartFunction extends Construct {

    private final Function function;
    private final LogGroup log;

    /**
     * What the function needs.
     *
     * @param zip the code
     * @param handler the class that Lambda calls
     * @param timeout how long an answer may take
     * @param network where it is
     * @param cache what it reads
     * @param environment more than the cache's
     * @param layers files beside the code, below /opt
     * @param snapStart whether published versions start from a snapshot
     * @param logRetention how long its log is kept
     */
    record Props(
            Path zip,
            String handler,
            Duration timeout,
            ChartNetwork network,
            ChartCache cache,
            Map<String, String> environment,
            List<LayerVersion> layers,
            Optional<SnapStartConf> snapStart,
            RetentionDays logRetention) {}

    ChartFunction(Construct scope, String id, Props props) {
        super(scope, id);
        log = LogGroup.Builder.create(this, "Log")
                .retention(props.logRetention())
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        Role role = role();
        function = Function.Builder.create(this, "Function")
                .code(Code.fromAsset(props.zip().toString()))
                .handler(props.handler())
                .runtime(Runtime.JAVA_25)
                .architecture(Architecture.ARM_64)
                .memorySize(1024)
                .timeout(props.timeout())
                .snapStart(props.snapStart().orElse(null))
                .role(role)
                .logGroup(log)
                .environment(environment(props))
                .layers(props.layers())
                .vpc(props.network().vpc())
                .vpcSubnets(props.network().data())
                .securityGroups(List.of(props.network().functions()))
                .build();
        props.cache().grantConnect(role, ChartCache.User.SKILL);
        props.snapStart().ifPresent(on -> Reasons.acknowledgeSnapStart(function));
    }

    private Role role() {
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        role.addToPolicy(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(List.of("logs:CreateLogStream", "logs:PutLogEvents"))
                .resources(List.of(log.getLogGroupArn()))
                .build());
        role.addToPolicy(PolicyStatement.Builder.create()
                .effect(Effect.ALLOW)
                .actions(List.of(
                        "ec2:CreateNetworkInterface",
                        "ec2:DescribeNetworkInterfaces",
                        "ec2:DescribeSubnets",
                        "ec2:DeleteNetworkInterface",
                        "ec2:AssignPrivateIpAddresses",
                        "ec2:UnassignPrivateIpAddresses"))
                .resources(List.of("*"))
                .build());
        Reasons.acknowledge(
                role, "IAM5[Resource::*]", "Lambda makes its network interfaces; they have no names before.");
        return role;
    }

    private static Map<String, String> environment(Props props) {
        Map<String, String> environment = new TreeMap<>(props.cache().environment(ChartCache.User.SKILL));
        environment.putAll(props.environment());
        return environment;
    }

    Function function() {
        return function;
    }

    LogGroup log() {
        return log;
    }
}
