package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.config.KafkaChoice;
import io.crowdchart.infra.construct.ChartNetwork;
import io.crowdchart.infra.construct.ExternalKafka;
import io.crowdchart.infra.construct.KafkaAccess;
import io.crowdchart.infra.construct.KafkaCluster;
import io.crowdchart.infra.construct.VoteSecret;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** The votes in Kafka, and the secret under which they were taken: the two belong together. */
final class StreamingStack extends Stack {

    private final KafkaAccess kafka;
    private final VoteSecret voteSecret;

    StreamingStack(Construct scope, String id, InfraConfig config, ChartNetwork network) {
        super(
                scope,
                id,
                StackProps.builder().description("Crowd Chart: the votes").build());
        voteSecret = new VoteSecret(this, "VoteSecret");
        kafka = kafka(config, network);
        CfnOutput.Builder.create(this, "KafkaBootstrapServers")
                .value(kafka.environment().get("KAFKA_BOOTSTRAP_SERVERS"))
                .build();
    }

    private KafkaAccess kafka(InfraConfig config, ChartNetwork network) {
        return config.kafka() instanceof KafkaChoice.External external
                ? new ExternalKafka(this, "Kafka", external)
                : new KafkaCluster(
                        this,
                        "Kafka",
                        new KafkaCluster.Props(
                                config.profile().brokers(),
                                network,
                                config.profile().logRetention()));
    }

    KafkaAccess kafka() {
        return kafka;
    }

    ISecret voteSecret() {
        return voteSecret.secret();
    }
}
