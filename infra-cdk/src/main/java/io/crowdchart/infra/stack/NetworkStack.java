package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.construct.ChartNetwork;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** A network of two zones without NAT, and who may talk to whom in it. */
final class NetworkStack extends Stack {

    private final ChartNetwork network;

    NetworkStack(Construct scope, String id, InfraConfig config) {
        super(
                scope,
                id,
                StackProps.builder().description("Crowd Chart: the network").build());
        network = new ChartNetwork(this, "Network", new ChartNetwork.Props(config.kafka(), config.zones()));
    }

    ChartNetwork network() {
        return network;
    }
}
