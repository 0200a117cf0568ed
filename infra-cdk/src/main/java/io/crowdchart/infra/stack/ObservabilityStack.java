package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Alarms, a dashboard that shows the way of a vote from left to right, and a budget. */
final class ObservabilityStack extends Stack {

    ObservabilityStack(Construct scope, String id, InfraConfig config, PipelineStack pipeline, SkillStack skill) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Crowd Chart: alarms and a dashboard")
                        .build());
    }
}
