package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.construct.ChartCache;
import io.crowdchart.infra.construct.ChartNetwork;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The charts in ElastiCache, and their users. */
final class CacheStack extends Stack {

    private final ChartCache cache;

    CacheStack(Construct scope, String id, InfraConfig config, ChartNetwork network) {
        super(
                scope,
                id,
                StackProps.builder().description("Crowd Chart: the charts").build());
        cache = new ChartCache(this, "Cache", new ChartCache.Props(config.cache(), network));
        CfnOutput.Builder.create(this, "CacheEndpoint").value(cache.endpoint()).build();
    }

    ChartCache cache() {
        return cache;
    }
}
