package io.crowdchart.infra.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What somebody sees who was woken. */
final class DashboardRules {

    private static final List<String> TITLES = List.of("source", "Kafka", "KSQL", "sink", "cache", "skill");

    /** A metric of each step; those of MSK are elsewhere if Kafka is. */
    private static final List<String> METRICS = List.of(
            "CrowdChart/FailedConnectors",
            "AWS/Kafka/BytesInPerSec",
            "AWS/Kafka/SumOffsetLag",
            "AWS/Kafka/SumOffsetLag",
            "AWS/ElastiCache/BytesUsedForCache",
            "AWS/Lambda/Invocations");

    private DashboardRules() {}

    /** From left to right: source, votes, KSQL, sink, cache, skill; each above its own graph. */
    static List<String> theDashboardShowsTheWayOfAVote(Templates templates) {
        var faults = new Faults();
        List<DashboardBody.Step> steps = new DashboardBody(templates).steps();
        faults.unlessEqual(TITLES.size(), steps.size(), "the number of steps");
        for (int i = 0; i < Math.min(steps.size(), TITLES.size()); i++) {
            DashboardBody.Step step = steps.get(i);
            String metric = METRICS.get(i);
            String shown = metric.startsWith("AWS/Kafka/") && !templates.hasBrokers()
                    ? "see the metrics of your Kafka"
                    : metric;
            faults.unless(step.title().contains(TITLES.get(i)), (i + 1) + " is not " + TITLES.get(i) + ": " + step);
            faults.unless(step.below().contains(shown), TITLES.get(i) + " does not show " + shown + ": " + step);
        }
        return faults.found();
    }

    /**
     * The groups whose lag is shown read those topics. ksqlDB names a group after its service and the query, and the query after
     * its table and its place among the statements that make one.
     */
    static List<String> theLagIsThatOfKsql(Templates templates) {
        var faults = new Faults();
        if (!templates.hasBrokers()) {
            return faults.found();
        }
        String service = Container.ksql(templates).environment().getOrDefault("KSQL_KSQL_SERVICE_ID", "none");
        Set<String> expected = new TreeSet<>();
        List<String> queries = queries();
        for (int i = 0; i < queries.size(); i++) {
            if (queries.get(i).equals("ballots")) {
                expected.add("votes by _confluent-ksql-" + service + "query_CTAS_BALLOTS_" + i);
            }
        }
        expected.add("song_ranking by connect-"
                + SourceTree.connector("chart-sink").path("name").asText());
        Set<String> shown = new TreeSet<>();
        for (DashboardBody.Shown metric : new DashboardBody(templates).metrics()) {
            if (metric.name().equals("AWS/Kafka/SumOffsetLag")) {
                Map<String, String> dimensions = metric.dimensions();
                shown.add(dimensions.get("Topic") + " by " + dimensions.get("Consumer Group"));
                faults.unlessEqual("crowd-chart", dimensions.getOrDefault("Cluster Name", "none"), "whose lag");
            }
        }
        faults.unlessEqual(expected, shown, "whose lag is shown");
        faults.unless(
                SourceTree.statements().matches("(?s).*CREATE TABLE ballots [^;]*FROM votes\\b.*"),
                "the ballots are not made of the votes");
        return faults.found();
    }

    /** What the queries make, in the order of the statements. */
    private static List<String> queries() {
        List<String> made = new ArrayList<>();
        for (String statement :
                SourceTree.statements().replaceAll("--[^\\n]*", "").split(";", -1)) {
            made.addAll(SourceTree.found("CREATE (?:TABLE|STREAM) (\\w+) WITH \\([^)]*\\) AS\\s+SELECT", statement));
        }
        return made;
    }
}
