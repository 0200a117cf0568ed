package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.construct.ChartCache;
import io.crowdchart.infra.construct.ChartNetwork;
import io.crowdchart.infra.construct.FreshnessProbe;
import io.crowdchart.infra.construct.SkillFunction;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The skill, and the probe that asks as it does. Its output {@code SkillEndpoint} goes into the manifest of the skill. */
final class SkillStack extends Stack {

    private final SkillFunction skill;
    private final FreshnessProbe probe;

    SkillStack(Construct scope, String id, InfraConfig config, ChartNetwork network, ChartCache cache) {
        super(
                scope,
                id,
                StackProps.builder().description("Crowd Chart: the skill").build());
        skill = new SkillFunction(
                this,
                "Skill",
                new SkillFunction.Props(
                        config.assets().lambdaZip(),
                        network,
                        cache,
                        config.skillId(),
                        config.titles(),
                        config.profile().logRetention()));
        probe = new FreshnessProbe(
                this,
                "Freshness",
                new FreshnessProbe.Props(
                        config.assets().lambdaZip(),
                        network,
                        cache,
                        config.profile().logRetention()));
        CfnOutput.Builder.create(this, "SkillEndpoint")
                .description("The endpoint in skill.json")
                .value(skill.live().getFunctionArn())
                .build();
    }

    SkillFunction skill() {
        return skill;
    }

    FreshnessProbe probe() {
        return probe;
    }
}
