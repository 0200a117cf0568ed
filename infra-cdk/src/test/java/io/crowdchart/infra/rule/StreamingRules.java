package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/** The brokers and the topics. */
final class StreamingRules {

    /** By the MSK Developer Guide, "Supported Apache Kafka versions": those that know topics as resources. */
    private static final Set<String> VERSIONS =
            Set.of("3.7.x.kraft", "3.8.x.kraft", "3.9.x.kraft", "4.0.x.kraft", "4.1.x.kraft");

    /** By the MSK Developer Guide, "Broker sizes". */
    private static final Set<String> INSTANCES = Set.of(
            "kafka.t3.small",
            "kafka.m5.large",
            "kafka.m5.xlarge",
            "kafka.m7g.large",
            "kafka.m7g.xlarge",
            "express.m7g.large");

    private StreamingRules() {}

    /** Exactly those that {@code scripts/chart topics} makes elsewhere, which are the model's. */
    static List<String> topicsAreTheModels(Templates templates) {
        var faults = new Faults();
        if (!templates.hasBrokers()) {
            faults.unless(templates.all("AWS::MSK::Topic").isEmpty(), "there are topics without brokers");
            return faults.found();
        }
        Map<String, Templates.Resource> found = new TreeMap<>();
        templates
                .all("AWS::MSK::Topic")
                .forEach(topic -> found.put(topic.properties().path("TopicName").asText(), topic));
        for (Topic topic : Topic.values()) {
            Templates.Resource resource = found.remove(topic.topicName());
            faults.unless(resource != null, topic.topicName() + " is missing");
            if (resource != null) {
                JsonNode properties = resource.properties();
                faults.unlessEqual(
                        topic.partitions(),
                        properties.path("PartitionCount").asInt(),
                        "partitions of " + topic.topicName());
                faults.unlessEqual(
                        topic.configs(),
                        configs(properties.path("Configs").asText()),
                        "settings of " + topic.topicName());
            }
        }
        faults.unless(found.isEmpty(), "nobody knows the topics " + found.keySet());
        return faults.found();
    }

    private static Map<String, String> configs(String base64) {
        return properties(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    static Map<String, String> properties(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> settings = new HashMap<>();
        properties.forEach((name, value) -> settings.put((String) name, (String) value));
        return settings;
    }

    /** Settings that are changed become a new revision, which is the one that the brokers take. */
    static List<String> brokersTakeTheNewestSettings(Templates templates) {
        var faults = new Faults();
        templates.all("AWS::MSK::Cluster").forEach(cluster -> {
            JsonNode taken = cluster.properties().path("ConfigurationInfo");
            String settings = templates.one("AWS::MSK::Configuration", "Kafka").id();
            faults.unlessEqual("<" + settings + ".Arn>", Text.of(taken.path("Arn")), "the settings of " + cluster);
            faults.unlessEqual(
                    "<" + settings + ".LatestRevision.Revision>",
                    Text.of(taken.path("Revision")),
                    "the revision of the settings of " + cluster);
        });
        return faults.found();
    }

    /** What MSK would only say when the cluster is made. */
    static List<String> brokersCanBeMade(Templates templates) {
        var faults = new Faults();
        for (Templates.Resource cluster : templates.all("AWS::MSK::Cluster")) {
            JsonNode properties = cluster.properties();
            JsonNode nodes = properties.path("BrokerNodeGroupInfo");
            int brokers = properties.path("NumberOfBrokerNodes").asInt();
            faults.unlessWithin(
                    VERSIONS, List.of(properties.path("KafkaVersion").asText()), "no such version");
            faults.unlessWithin(INSTANCES, List.of(nodes.path("InstanceType").asText()), "no such instance");
            faults.unlessEqual(0, brokers % nodes.path("ClientSubnets").size(), "brokers that are left over by zone");
            Map<String, String> settings = properties(templates
                    .one("AWS::MSK::Configuration", "Kafka")
                    .properties()
                    .path("ServerProperties")
                    .asText());
            int replication = Integer.parseInt(settings.getOrDefault("default.replication.factor", "0"));
            int inSync = Integer.parseInt(settings.getOrDefault("min.insync.replicas", "0"));
            faults.unless(
                    replication > 1 && replication <= brokers, replication + " copies on " + brokers + " brokers");
            faults.unless(inSync >= 1 && inSync < replication, "a write waits for " + inSync + " of " + replication);
            faults.unlessEqual(
                    "false", settings.getOrDefault("auto.create.topics.enable", "true"), "topics by accident");
            faults.unlessEqual(
                    "false",
                    settings.getOrDefault("unclean.leader.election.enable", "true"),
                    "leaders that fell behind");
            templates
                    .all("AWS::MSK::Topic")
                    .forEach(topic -> faults.unlessEqual(
                            replication,
                            topic.properties().path("ReplicationFactor").asInt(),
                            "copies of " + topic));
        }
        return faults.found();
    }
}
