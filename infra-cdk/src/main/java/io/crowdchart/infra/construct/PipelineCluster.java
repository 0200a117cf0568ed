package io.crowdchart.infra.construct;

import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ICluster;
import software.constructs.Construct;

/** Where the tasks of the pipeline run. */
public final class PipelineCluster extends Construct {

    private final Cluster cluster;

    public PipelineCluster(Construct scope, String id, ChartNetwork network) {
        super(scope, id);
        cluster = Cluster.Builder.create(this, "Cluster").vpc(network.vpc()).build();
        Reasons.acknowledge(
                cluster,
                "ECS4",
                "The age of the chart and the side-car tell what Container Insights would, and cost less.");
    }

    public ICluster cluster() {
        return cluster;
    }
}
