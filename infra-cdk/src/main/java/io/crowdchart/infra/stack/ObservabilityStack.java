package io.crowdchart.infra.stack;

import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.construct.ChartAlarms;
import io.crowdchart.infra.construct.ChartDashboard;
import io.crowdchart.infra.construct.ChartMetrics;
import io.crowdchart.infra.construct.MonthlyBudget;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** Alarms, a dashboard that shows the way of a vote from left to right, and a budget where one is given. */
final class ObservabilityStack extends Stack {

    ObservabilityStack(Construct scope, String id, InfraConfig config, PipelineStack pipeline, SkillStack skill) {
        super(
                scope,
                id,
                StackProps.builder()
                        .description("Crowd Chart: alarms and a dashboard")
                        .build());
        ChartMetrics metrics = new ChartMetrics(
                this,
                "Metrics",
                new ChartMetrics.Props(
                        config,
                        pipeline.connect().log(),
                        pipeline.ksql().log(),
                        skill.skill().live(),
                        skill.probe().age()));
        new ChartAlarms(this, "Alarms", new ChartAlarms.Props(config.alerts(), metrics));
        new ChartDashboard(this, "WayOfAVote", new ChartDashboard.Props(metrics));
        config.alerts()
                .monthlyBudget()
                .ifPresent(dollars -> new MonthlyBudget(
                        this,
                        "Budget",
                        new MonthlyBudget.Props(dollars, config.alerts().email().orElseThrow())));
    }
}
