package io.crowdchart.infra.construct;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Row;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.constructs.Construct;

/** The way of a vote from left to right: source, Kafka, KSQL, sink, cache, skill; below it what nobody wants to see. */
public final class ChartDashboard extends Construct {

    private static final int STEP = 4;

    /** A chart that falls behind shows here: the group that KSQL reads the votes with. */
    private static final String KSQL_GROUP = KsqlServer.group("CTAS_BALLOTS_0");

    /**
     * What the dashboard needs.
     *
     * @param metrics what is shown
     */
    public record Props(ChartMetrics metrics) {}

    public ChartDashboard(Construct scope, String id, Props props) {
        super(scope, id);
        ChartMetrics metrics = props.metrics();
        Dashboard dashboard = Dashboard.Builder.create(this, "Dashboard").build();
        dashboard.addWidgets(new Row(
                title("1 · source", "posts become votes"),
                title("2 · Kafka", "topics between the steps"),
                title("3 · KSQL", "votes become rankings"),
                title("4 · sink", "rankings become charts"),
                title("5 · cache", "the charts"),
                title("6 · skill", "the answers")));
        dashboard.addWidgets(new Row(way(metrics).toArray(IWidget[]::new)));
        dashboard.addWidgets(new Row(
                graph("Age of the chart, s", 8, metrics.chartAge()),
                graph("Put aside", 8, metrics.deadLetters(), metrics.skippedByKsql()),
                graph("Refused", 8, metrics.skillErrors(), metrics.skillThrottles(), metrics.cacheThrottles())));
    }

    private static List<IWidget> way(ChartMetrics metrics) {
        return List.of(
                graph("Connectors and tasks that failed", STEP, metrics.failedConnectors(), metrics.failedTasks()),
                ofMsk("Bytes in, a second", metrics.incoming()),
                ofMsk("Votes not counted yet", metrics.lag(KSQL_GROUP, ChartTopic.VOTES.topicName())),
                ofMsk(
                        "Rankings not charted yet",
                        metrics.lag("connect-chart-sink", ChartTopic.SONG_RANKING.topicName())),
                graph("Bytes and units", STEP, metrics.cacheBytes(), metrics.cacheUnits()),
                graph("Questions and p99, ms", STEP, metrics.skillQuestions(), metrics.skillDuration()));
    }

    private static IWidget title(String step, String what) {
        return TextWidget.Builder.create()
                .markdown("**" + step + "**\n\n" + what)
                .width(STEP)
                .height(2)
                .build();
    }

    private static IWidget ofMsk(String title, List<Metric> metrics) {
        return metrics.isEmpty()
                ? TextWidget.Builder.create()
                        .markdown(title + ": see the metrics of your Kafka")
                        .width(STEP)
                        .height(6)
                        .build()
                : graph(title, STEP, metrics.toArray(Metric[]::new));
    }

    private static IWidget graph(String title, int width, Metric... metrics) {
        List<IMetric> left = new ArrayList<>(List.of(metrics));
        return GraphWidget.Builder.create()
                .title(title)
                .left(left)
                .width(width)
                .height(6)
                .build();
    }
}
