package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import java.util.Locale;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Tags;

/** The six stacks of a chart, in the order in which they need each other. */
public final class ChartStacks {

    /** Begins the name of every stack. */
    public static final String PREFIX = "CrowdChart";

    public ChartStacks(App app, InfraConfig config) {
        NetworkStack network = new NetworkStack(app, PREFIX + "Network", config);
        CacheStack cache = new CacheStack(app, PREFIX + "Cache", config, network.network());
        StreamingStack streaming = new StreamingStack(app, PREFIX + "Streaming", config, network.network());
        PipelineStack pipeline =
                new PipelineStack(app, PREFIX + "Pipeline", config, network.network(), cache.cache(), streaming);
        SkillStack skill = new SkillStack(app, PREFIX + "Skill", config, network.network(), cache.cache());
        new ObservabilityStack(app, PREFIX + "Observability", config, pipeline, skill);
        Tags.of(app).add("project", "crowd-chart");
        Tags.of(app).add("profile", config.profile().name().toLowerCase(Locale.ROOT));
    }
}
