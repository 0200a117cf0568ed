package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workers of Kafka Connect. */
final class ConnectRules {

    private static final String PLACEHOLDER = "\\$\\{env:([^}]+)}";

    /**
     * The settings that a worker may have: of {@code DistributedConfig} of Kafka 4.3.1; those of clients, which may follow one of
     * the prefixes, are in {@code ProducerConfig}, {@code ConsumerConfig} and {@code AdminClientConfig} alike.
     */
    private static final Set<String> WORKER = Set.of(
            "config.providers",
            "config.storage.replication.factor",
            "config.storage.topic",
            "connector.client.config.override.policy",
            "exactly.once.source.support",
            "group.id",
            "heartbeat.interval.ms",
            "key.converter",
            "listeners",
            "offset.flush.interval.ms",
            "offset.storage.partitions",
            "offset.storage.replication.factor",
            "offset.storage.topic",
            "plugin.discovery",
            "plugin.path",
            "rebalance.timeout.ms",
            "rest.advertised.host.name",
            "rest.advertised.port",
            "scheduled.rebalance.max.delay.ms",
            "session.timeout.ms",
            "status.storage.partitions",
            "status.storage.replication.factor",
            "status.storage.topic",
            "topic.creation.enable",
            "value.converter");

    private static final Set<String> CLIENT = Set.of(
            "bootstrap.servers",
            "reconnect.backoff.ms",
            "reconnect.backoff.max.ms",
            "request.timeout.ms",
            "sasl.client.callback.handler.class",
            "sasl.jaas.config",
            "sasl.mechanism",
            "security.protocol");

    private ConnectRules() {}

    static Map<String, String> settings(Container worker) {
        return StreamingRules.properties(worker.file("worker.properties"));
    }

    /** Whatever a connector or the worker names as {@code ${env:…}} is there, and the provider may give it. */
    static List<String> placeholdersAreProvided(Templates templates) {
        var faults = new Faults();
        Container worker = Container.worker(templates);
        Set<String> variables = new HashSet<>(worker.variables());
        variables.addAll(SourceTree.found("export ([A-Z_]+)", worker.file("start-worker.sh")));
        Map<String, String> settings = settings(worker);
        String allowed = settings.getOrDefault("config.providers.env.param.allowlist.pattern", "");
        faults.unless(!"AWS_CONTAINER_CREDENTIALS_RELATIVE_URI".matches(allowed), "credentials may be read");
        Set<String> named = new HashSet<>();
        SourceTree.connectors().forEach(connector -> named.addAll(SourceTree.found(PLACEHOLDER, connector.toString())));
        faults.unless(named.size() >= 12, "the connectors name only " + named);
        named.addAll(SourceTree.found(PLACEHOLDER, worker.file("worker.properties")));
        faults.unlessWithin(variables, named, "the worker does not have");
        named.forEach(name -> faults.unless(name.matches(allowed), "the provider does not give " + name));
        // The sink signs its token for a region, and Kafka's library of IAM, too.
        faults.unlessEqual("<AWS::Region>", worker.environment().getOrDefault("AWS_REGION", "none"), "AWS_REGION");
        faults.unlessEqual(
                "org.apache.kafka.common.config.provider.EnvVarConfigProvider",
                settings.getOrDefault("config.providers.env.class", "none"),
                "the provider");
        return faults.found();
    }

    static List<String> workerSettingsExist(Templates templates) {
        var faults = new Faults();
        Map<String, String> settings = settings(Container.worker(templates));
        faults.unless(settings.size() > 20, "only the settings " + settings.keySet());
        settings.keySet().forEach(name -> {
            String ofClient = name.replaceFirst("^(producer|consumer|admin)\\.", "");
            boolean known =
                    WORKER.contains(name) || CLIENT.contains(ofClient) || name.startsWith("config.providers.env.");
            faults.unless(known, "no worker has a setting " + name);
        });
        return faults.found();
    }

    /** Nothing is lost or counted twice on the way into Kafka, and the clients of the connectors log in as the worker does. */
    static List<String> workersAreExact(Templates templates) {
        var faults = new Faults();
        Map<String, String> settings = settings(Container.worker(templates));
        faults.unlessEqual("enabled", settings.getOrDefault("exactly.once.source.support", "no"), "exactly once");
        faults.unlessEqual("false", settings.getOrDefault("topic.creation.enable", "true"), "topics by accident");
        for (String kind : List.of("config", "offset", "status")) {
            faults.unlessEqual(
                    "${env:KAFKA_REPLICATION}",
                    settings.getOrDefault(kind + ".storage.replication.factor", "none"),
                    "copies of the " + kind + " topic");
        }
        for (String prefix : List.of("", "producer.", "consumer.", "admin.")) {
            CLIENT.stream()
                    .filter(name -> name.startsWith("sasl") || name.startsWith("security"))
                    .forEach(name -> faults.unlessEqual(
                            settings.getOrDefault(name, "missing"),
                            settings.getOrDefault(prefix + name, "none"),
                            prefix + name));
        }
        return faults.found();
    }

    /** As many copies as the brokers keep. */
    static List<String> copiesAreTheSameEverywhere(Templates templates) {
        var faults = new Faults();
        String expected = templates.hasBrokers()
                ? templates
                        .all("AWS::MSK::Topic")
                        .get(0)
                        .properties()
                        .path("ReplicationFactor")
                        .asText()
                : "3";
        Map<String, String> worker = Container.worker(templates).environment();
        Map<String, String> ksql = Container.ksql(templates).environment();
        faults.unlessEqual(expected, worker.getOrDefault("KAFKA_REPLICATION", "none"), "KAFKA_REPLICATION");
        faults.unlessEqual(
                expected, worker.getOrDefault("DEAD_LETTERS_REPLICATION", "none"), "DEAD_LETTERS_REPLICATION");
        for (String name : List.of("KSQL_KSQL_STREAMS_REPLICATION_FACTOR", "KSQL_KSQL_INTERNAL_TOPIC_REPLICAS")) {
            faults.unlessEqual(expected, ksql.getOrDefault(name, "none"), name);
        }
        return faults.found();
    }

    /** The very files of the plugin's module go up, beside the plugin and what starts it. */
    static List<String> connectorsAreUploaded(Templates templates) {
        var faults = new Faults();
        Container worker = Container.worker(templates);
        for (JsonNode connector : SourceTree.connectors()) {
            String name = connector.path("name").asText();
            faults.unlessEqual(
                    SourceTree.text("pipeline/connect/connectors/" + name + ".json"),
                    worker.file("connectors-" + name + ".json"),
                    "the configuration of " + name);
        }
        faults.unlessWithin(
                worker.fetched().keySet(),
                List.of(
                        "plugin.zip",
                        "start-worker.sh",
                        "keep-connectors.sh",
                        "worker.properties",
                        "log4j2.properties"),
                "files that are not fetched");
        boolean iam =
                worker.environment().getOrDefault("KAFKA_SASL_MECHANISM", "").equals("AWS_MSK_IAM");
        for (Container container : List.of(worker, Container.ksql(templates))) {
            faults.unlessEqual(
                    iam,
                    container.fetched().containsKey("aws-msk-iam-auth.jar"),
                    "whether the library of IAM is fetched");
        }
        return faults.found();
    }

    /** A worker starts when its files are there; the side-car reaches it, and is started again if it ends. */
    static List<String> sideCarLooksAfterTheWorker(Templates templates) {
        var faults = new Faults();
        Container worker = Container.worker(templates);
        JsonNode sideCar = Container.of(templates, "Connect", "keep-connectors").node();
        for (JsonNode container : List.of(worker.node(), sideCar)) {
            faults.unless(
                    container
                            .path("DependsOn")
                            .toString()
                            .contains("{\"Condition\":\"SUCCESS\",\"ContainerName\":\"fetch\"}"),
                    container.path("Name") + " does not wait for its files");
            faults.unlessEqual(
                    true,
                    container.path("MountPoints").path(0).path("ReadOnly").asBoolean(),
                    "whether " + container.path("Name") + " only reads its files");
        }
        String listener = settings(worker).getOrDefault("listeners", "");
        String url = sideCar.path("Command").path(1).asText();
        faults.unless(
                listener.endsWith(url.substring(url.lastIndexOf(':'))),
                "the side-car asks " + url + ", the worker listens at " + listener);
        faults.unless(sideCar.path("RestartPolicy").path("Enabled").asBoolean(), "nobody starts the side-car again");
        faults.unlessEqual(false, sideCar.path("Essential").asBoolean(), "whether the worker ends with its side-car");
        faults.unless(
                worker.node().path("HealthCheck").toString().contains(url.substring(url.lastIndexOf(':')) + "/health"),
                "nobody looks at the health of the worker");
        return faults.found();
    }
}
