package io.crowdchart.infra.rule;

import java.util.List;
import java.util.Set;

/** What it costs is bounded, and ends with the stacks. */
final class CostRules {

    private CostRules() {}

    static List<String> nothingStays(Templates templates) {
        var faults = new Faults();
        for (Templates.Resource resource : templates.resources()) {
            String deletion = resource.node().path("DeletionPolicy").asText("Delete");
            faults.unlessEqual("Delete", deletion, "what happens to " + resource + " in the end");
        }
        templates
                .all("AWS::ElastiCache::ServerlessCache")
                .forEach(cache -> faults.unless(
                        !cache.properties().has("FinalSnapshotName")
                                && cache.properties()
                                                .path("SnapshotRetentionLimit")
                                                .asInt()
                                        == 0,
                        cache + " leaves snapshots"));
        return faults.found();
    }

    static List<String> logsAreKeptForAWhile(Templates templates) {
        var faults = new Faults();
        for (Templates.Resource log : templates.all("AWS::Logs::LogGroup")) {
            int days = log.properties().path("RetentionInDays").asInt();
            faults.unless(days >= 7 && days <= 90, log + " is kept for " + days + " days");
        }
        for (String type : Set.of("AWS::Lambda::Function")) {
            templates
                    .all(type)
                    .forEach(function -> faults.unless(
                            function.properties().path("LoggingConfig").has("LogGroup"),
                            function + " writes to a log group of nobody"));
        }
        return faults.found();
    }

    /** A cap on the cache, no NAT, no interface endpoint. */
    static List<String> costsAreCapped(Templates templates) {
        var faults = new Faults();
        templates.all("AWS::ElastiCache::ServerlessCache").forEach(cache -> {
            var limits = cache.properties().path("CacheUsageLimits");
            int gibibytes = limits.path("DataStorage").path("Maximum").asInt();
            faults.unless(gibibytes >= 1 && gibibytes <= 2, cache + " may grow to " + gibibytes + " GB");
            faults.unlessEqual("GB", limits.path("DataStorage").path("Unit").asText(), "the unit of its limit");
            faults.unless(
                    limits.path("ECPUPerSecond").path("Maximum").asInt() >= 1_000, cache + " has no cap on its work");
        });
        faults.unless(templates.all("AWS::EC2::NatGateway").isEmpty(), "there is a NAT gateway");
        templates
                .all("AWS::EC2::VPCEndpoint")
                .forEach(endpoint -> faults.unlessEqual(
                        "Gateway", endpoint.properties().path("VpcEndpointType").asText(), "the type of " + endpoint));
        return faults.found();
    }

    /** So that the bill can be split, and nothing is overlooked when everything goes. */
    static List<String> everythingIsTagged(Templates templates) {
        var faults = new Faults();
        for (String type : Set.of(
                "AWS::EC2::VPC",
                "AWS::ECS::Service",
                "AWS::Lambda::Function",
                "AWS::MSK::Cluster",
                "AWS::ElastiCache::ServerlessCache",
                "AWS::SecretsManager::Secret")) {
            templates
                    .all(type)
                    .forEach(resource -> faults.unless(
                            resource.properties().path("Tags").toString().contains("crowd-chart"),
                            resource + " has no tag"));
        }
        return faults.found();
    }
}
