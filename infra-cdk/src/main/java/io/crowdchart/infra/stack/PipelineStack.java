package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.construct.ChartCache;
import io.crowdchart.infra.construct.ChartNetwork;
import io.crowdchart.infra.construct.ConnectWorkers;
import io.crowdchart.infra.construct.KsqlServer;
import io.crowdchart.infra.construct.PipelineCluster;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** What moves the votes: the workers of Kafka Connect and ksqlDB, on Fargate. */
final class PipelineStack extends Stack {

    private final ConnectWorkers connect;
    private final KsqlServer ksql;

    PipelineStack(
            Construct scope,
            String id,
            InfraConfig config,
            ChartNetwork network,
            ChartCache cache,
            StreamingStack streaming) {
        super(
                scope,
                id,
                StackProps.builder().description("Crowd Chart: the pipeline").build());
        var cluster = new PipelineCluster(this, "Cluster", network).cluster();
        connect = new ConnectWorkers(
                this,
                "Connect",
                new ConnectWorkers.Props(
                        cluster,
                        config.profile().connectWorker(),
                        network,
                        streaming.kafka(),
                        cache,
                        streaming.voteSecret(),
                        config.votes(),
                        config.assets(),
                        config.profile().logRetention()));
        ksql = new KsqlServer(
                this,
                "Ksql",
                new KsqlServer.Props(
                        cluster,
                        config.profile().ksqlServer(),
                        network,
                        streaming.kafka(),
                        config.assets(),
                        config.profile().logRetention()));
    }

    ConnectWorkers connect() {
        return connect;
    }

    KsqlServer ksql() {
        return ksql;
    }
}
