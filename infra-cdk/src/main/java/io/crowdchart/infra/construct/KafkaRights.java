package io.crowdchart.infra.construct;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.iam.Grant;
import software.amazon.awscdk.services.iam.GrantOnPrincipalOptions;
import software.amazon.awscdk.services.iam.IRole;

/** Rights in a cluster of MSK, given in IAM. The id of the cluster in its ARNs is left open: the name is enough. */
record KafkaRights(IRole role, String clusterName) {

    void grant(KafkaAccess.Needs needs) {
        allow(List.of("Connect", "DescribeCluster", "WriteDataIdempotently"), List.of(arn("cluster", "")));
        allow(List.of("DescribeTopic", "DescribeTopicDynamicConfiguration", "ReadData"), arns("topic", needs.reads()));
        allow(
                List.of("DescribeTopic", "DescribeTopicDynamicConfiguration", "WriteData"),
                arns("topic", needs.writes()));
        allow(
                List.of(
                        "CreateTopic",
                        "DescribeTopic",
                        "DescribeTopicDynamicConfiguration",
                        "AlterTopicDynamicConfiguration",
                        "ReadData",
                        "WriteData"),
                arns("topic", needs.owns()));
        allow(List.of("DeleteTopic"), arns("topic", needs.purges()));
        allow(List.of("AlterGroup", "DescribeGroup"), arns("group", needs.groups()));
        allow(
                List.of("AlterTransactionalId", "DescribeTransactionalId"),
                arns("transactional-id", needs.transactions()));
    }

    private void allow(List<String> actions, List<String> resources) {
        if (resources.isEmpty()) {
            return;
        }
        Grant.addToPrincipal(GrantOnPrincipalOptions.builder()
                .grantee(role)
                .actions(actions.stream()
                        .map(action -> "kafka-cluster:" + action)
                        .toList())
                .resourceArns(resources)
                .build());
    }

    private List<String> arns(String kind, List<String> names) {
        List<String> arns = new ArrayList<>();
        names.forEach(name -> arns.add(arn(kind, "/" + name)));
        return arns;
    }

    private String arn(String kind, String rest) {
        String resource = ":" + kind + "/" + clusterName + "/*" + rest;
        Reasons.acknowledge(
                role,
                "IAM5[Resource::arn:<AWS::Partition>:kafka:<AWS::Region>:<AWS::AccountId>" + resource + "]",
                rest.endsWith("*")
                        ? "The id of the cluster is made by MSK, and ksqlDB makes names of its own after this prefix."
                        : "The id of the cluster is made by MSK; its name is ours, and the rest is one thing in it.");
        return "arn:" + Aws.PARTITION + ":kafka:" + Aws.REGION + ":" + Aws.ACCOUNT_ID + resource;
    }
}
