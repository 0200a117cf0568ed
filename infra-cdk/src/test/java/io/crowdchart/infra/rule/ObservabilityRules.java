package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What wakes somebody up. */
final class ObservabilityRules {

    private static final Set<String> WATCHED = Set.of(
            "CrowdChart/ChartAgeSeconds",
            "CrowdChart/FailedConnectors",
            "CrowdChart/FailedTasks",
            "CrowdChart/DeadLetters",
            "CrowdChart/SkippedByKsql",
            "AWS/Lambda/Errors",
            "AWS/Lambda/Throttles",
            "AWS/Lambda/Duration",
            "AWS/ElastiCache/ThrottledCmds",
            "AWS/ElastiCache/BytesUsedForCache");

    /** Silence about them is bad news as well. */
    private static final Set<String> MUST_BE_HEARD =
            Set.of("CrowdChart/ChartAgeSeconds", "CrowdChart/FailedConnectors");

    private ObservabilityRules() {}

    static List<String> somebodyIsWoken(Templates templates) {
        var faults = new Faults();
        Set<String> watched = new TreeSet<>();
        for (Templates.Resource alarm : templates.all("AWS::CloudWatch::Alarm")) {
            JsonNode properties = alarm.properties();
            String metric = metric(properties);
            watched.add(metric);
            faults.unless(!properties.path("AlarmActions").isEmpty(), alarm + " tells nobody");
            faults.unless(!properties.path("OKActions").isEmpty(), alarm + " tells nobody when it is over");
            if (MUST_BE_HEARD.contains(metric)) {
                faults.unlessEqual(
                        "breaching", properties.path("TreatMissingData").asText(), "silence of " + metric);
            }
        }
        faults.unlessWithin(watched, WATCHED, "nobody watches");
        faults.unlessEqual(1, templates.all("AWS::SNS::Subscription").size(), "the number of subscriptions");
        return faults.found();
    }

    /** The alarm comes at four fifths of the limit, whatever that is. */
    static List<String> theCacheTellsInTime(Templates templates) {
        var faults = new Faults();
        int gigabytes = templates
                .one("AWS::ElastiCache::ServerlessCache", "Cache")
                .properties()
                .path("CacheUsageLimits")
                .path("DataStorage")
                .path("Maximum")
                .asInt();
        double threshold = templates
                .one("AWS::CloudWatch::Alarm", "AlarmsFullCache")
                .properties()
                .path("Threshold")
                .asDouble();
        faults.unlessEqual(0.8 * gigabytes * 1_000_000_000, threshold, "the bytes of a full cache");
        return faults.found();
    }

    /** What an alarm or a graph names is made somewhere: by the probe, or by a filter of a log. */
    static List<String> metricsAreMade(Templates templates) {
        var faults = new Faults();
        Set<String> made = new TreeSet<>(Set.of("CrowdChart/ChartAgeSeconds"));
        for (Templates.Resource filter : templates.all("AWS::Logs::MetricFilter")) {
            JsonNode transformation =
                    filter.properties().path("MetricTransformations").path(0);
            made.add(transformation.path("MetricNamespace").asText() + "/"
                    + transformation.path("MetricName").asText());
        }
        templates.all("AWS::CloudWatch::Alarm").stream()
                .map(alarm -> metric(alarm.properties()))
                .filter(metric -> metric.startsWith("CrowdChart/"))
                .forEach(metric -> faults.unless(made.contains(metric), "nobody makes " + metric));
        new DashboardBody(templates)
                .metrics().stream()
                        .map(DashboardBody.Shown::name)
                        .filter(metric -> metric.startsWith("CrowdChart/"))
                        .forEach(metric -> faults.unless(made.contains(metric), "nobody makes " + metric));
        JsonNode age = templates.all("AWS::CloudWatch::Alarm").stream()
                .map(Templates.Resource::properties)
                .filter(alarm -> alarm.path("MetricName").asText().equals("ChartAgeSeconds"))
                .findFirst()
                .orElseThrow();
        faults.unlessEqual(
                "[{\"Name\":\"Service\",\"Value\":\"probe\"}]",
                age.path("Dimensions").toString(),
                "the age of which chart");
        return faults.found();
    }

    /** The side-car says what the filters look for. */
    static List<String> filtersFitTheSideCar(Templates templates) {
        var faults = new Faults();
        String script = Container.worker(templates).file("keep-connectors.sh");
        templates.all("AWS::Logs::MetricFilter").stream()
                .map(filter -> filter.properties()
                        .path("MetricTransformations")
                        .path(0)
                        .path("MetricValue")
                        .asText())
                .filter(value -> value.startsWith("$."))
                .forEach(value -> faults.unless(
                        script.contains("\\\"" + value.substring(2) + "\\\":"), "the side-car does not say " + value));
        return faults.found();
    }

    private static String metric(JsonNode properties) {
        JsonNode found = properties.has("MetricName") ? properties : properties.findParent("MetricName");
        return found == null
                ? "none"
                : found.path("Namespace").asText() + "/"
                        + found.path("MetricName").asText();
    }
}
