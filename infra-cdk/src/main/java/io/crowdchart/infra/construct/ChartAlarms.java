package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.Alerts;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** What wakes somebody up: an old chart, and whatever makes one. */
public final class ChartAlarms extends Construct {

    /** An old chart is still told, with its age; after this long somebody should look. */
    private static final int OLD_SECONDS = 300;

    private static final TreatMissingData BREACHING = TreatMissingData.BREACHING;
    private static final TreatMissingData FINE = TreatMissingData.NOT_BREACHING;

    private final SnsAction tell;

    /**
     * What the alarms need.
     *
     * @param alerts who is told
     * @param metrics what is looked at
     */
    public record Props(Alerts alerts, ChartMetrics metrics) {}

    public ChartAlarms(Construct scope, String id, Props props) {
        super(scope, id);
        Topic topic = topic();
        props.alerts().email().ifPresent(email -> topic.addSubscription(new EmailSubscription(email)));
        tell = new SnsAction(topic);
        ChartMetrics metrics = props.metrics();
        // No age at all is as bad as a great one; so is a worker that tells nothing.
        alarm(
                "OldChart",
                "the chart is old, or nobody can tell how old",
                metrics.chartAge(),
                OLD_SECONDS,
                5,
                BREACHING);
        alarm(
                "FailedConnectors",
                "a connector has failed, or no worker tells",
                metrics.failedConnectors(),
                1,
                5,
                BREACHING);
        alarm("FailedTasks", "a task of a connector has failed", metrics.failedTasks(), 1, 5, FINE);
        alarm(
                "DeadLetters",
                "records nobody could use; see scripts/chart dead-letters",
                metrics.deadLetters(),
                1,
                1,
                FINE);
        alarm("SkippedByKsql", "KSQL skipped records that it could not read", metrics.skippedByKsql(), 1, 1, FINE);
        alarm("SkillErrors", "the skill fails", metrics.skillErrors(), 1, 1, FINE);
        alarm("SkillThrottles", "Lambda refuses questions", metrics.skillThrottles(), 1, 1, FINE);
        alarm("SlowSkill", "answers take longer than people like", metrics.skillDuration(), 3_000, 3, FINE);
        alarm(
                "CacheThrottles",
                "the cache refuses commands: its limits are reached",
                metrics.cacheThrottles(),
                1,
                1,
                FINE);
        alarm(
                "FullCache",
                "the cache is at four fifths of its limit",
                metrics.cacheBytes(),
                metrics.mostCacheBytes(),
                3,
                FINE);
        List<Metric> disks = metrics.disks();
        for (int i = 0; i < disks.size(); i++) {
            alarm("FullDisk" + (i + 1), "a broker's disk is full at four fifths", disks.get(i), 80, 3, FINE);
        }
    }

    private Topic topic() {
        Topic topic = Topic.Builder.create(this, "Topic").enforceSsl(true).build();
        // A topic with a policy of its own forgets that the account's alarms may write to it.
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .sid("AlarmsOfThisAccount")
                .effect(Effect.ALLOW)
                .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", Aws.ACCOUNT_ID)))
                .build());
        return topic;
    }

    private void alarm(String id, String what, Metric metric, double from, int minutes, TreatMissingData missing) {
        Alarm alarm = Alarm.Builder.create(this, id)
                .alarmDescription("Crowd Chart: " + what)
                .metric(metric)
                .threshold(from)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .evaluationPeriods(minutes)
                .treatMissingData(missing)
                .build();
        alarm.addAlarmAction(tell);
        alarm.addOkAction(tell);
    }
}
