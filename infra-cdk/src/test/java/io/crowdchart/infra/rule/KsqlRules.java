package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ksqlDB, and what holds for both services. */
final class KsqlRules {

    /** What the chart relies on; docs/adr/0003 and 0004 say why. */
    private static final Map<String, String> NEEDED = Map.of(
            "KSQL_KSQL_STREAMS_PROCESSING_GUARANTEE", "exactly_once_v2",
            "KSQL_KSQL_STREAMS_AUTO_OFFSET_RESET", "earliest",
            "KSQL_KSQL_FAIL_ON_DESERIALIZATION_ERROR", "false",
            "KSQL_KSQL_STREAMS_CACHE_MAX_BYTES_BUFFERING", "0",
            "KSQL_KSQL_STREAMS_PRODUCER_LINGER_MS", "0",
            // Names the state: never to be changed.
            "KSQL_KSQL_SERVICE_ID", "crowd_chart_",
            "KSQL_KSQL_LOGGING_PROCESSING_ROWS_INCLUDE", "false",
            "KSQL_CONFLUENT_SUPPORT_METRICS_ENABLE", "false",
            "KSQL_LISTENERS", "http://127.0.0.1:8088");

    private static final Set<String> IMAGES = Set.of(
            "apache/kafka:4.3.1", "confluentinc/cp-ksqldb-server:8.3.1", "public.ecr.aws/aws-cli/aws-cli:2.31.37");

    private KsqlRules() {}

    static List<String> ksqlIsExactAndFresh(Templates templates) {
        var faults = new Faults();
        Map<String, String> environment = Container.ksql(templates).environment();
        NEEDED.forEach((name, value) -> faults.unlessEqual(value, environment.getOrDefault(name, "none"), name));
        faults.unless(
                Integer.parseInt(environment.getOrDefault("KSQL_KSQL_STREAMS_COMMIT_INTERVAL_MS", "2000")) <= 200,
                "a vote waits three times for KSQL_KSQL_STREAMS_COMMIT_INTERVAL_MS");
        return faults.found();
    }

    /** The very file of the statements' module. */
    static List<String> ksqlRunsTheStatements(Templates templates) {
        var faults = new Faults();
        Container ksql = Container.ksql(templates);
        String file =
                ksql.environment().getOrDefault("KSQL_KSQL_QUERIES_FILE", "").replace("/files/", "");
        faults.unlessEqual(SourceTree.statements(), ksql.file(file), "what KSQL runs");
        return faults.found();
    }

    /** By the script that the task fetches, which finds those of the image; and what the image runs stays on its class path. */
    static List<String> ksqlStartsAsItsImage(Templates templates) {
        var faults = new Faults();
        Container ksql = Container.ksql(templates);
        faults.unlessEqual(
                List.of("/bin/bash", "/files/start-ksql.sh"),
                List.of(ksql.command().split(" ", -1)),
                "what starts ksqlDB");
        faults.unlessEqual(
                SourceTree.text("infra-cdk/worker/start-ksql.sh"),
                ksql.file("start-ksql.sh"),
                "the script that starts");
        faults.unlessEqual(
                templates.hasBrokers() ? "/usr/share/java/ksqldb-server/*:/files/aws-msk-iam-auth.jar" : "the image's",
                ksql.environment().getOrDefault("KSQL_CLASSPATH", "the image's"),
                "the class path of ksqlDB");
        faults.unlessEqual(
                templates.hasBrokers(),
                ksql.fetched().containsKey("aws-msk-iam-auth.jar"),
                "whether the library is there that logs in to MSK");
        return faults.found();
    }

    /** Both log in to the same Kafka in the same way. */
    static List<String> ksqlUsesTheSameKafka(Templates templates) {
        var faults = new Faults();
        Container worker = Container.worker(templates);
        Container ksql = Container.ksql(templates);
        Map<String, String> names = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "KSQL_BOOTSTRAP_SERVERS",
                "KAFKA_SECURITY_PROTOCOL", "KSQL_SECURITY_PROTOCOL",
                "KAFKA_SASL_MECHANISM", "KSQL_SASL_MECHANISM",
                "KAFKA_SASL_CALLBACK_HANDLER", "KSQL_SASL_CLIENT_CALLBACK_HANDLER_CLASS");
        names.forEach((ofWorker, ofKsql) -> faults.unlessEqual(
                worker.environment().getOrDefault(ofWorker, "none"),
                ksql.environment().getOrDefault(ofKsql, "nothing"),
                ofKsql));
        faults.unlessEqual(
                login(worker, "KAFKA_SASL_JAAS_CONFIG"), login(ksql, "KSQL_SASL_JAAS_CONFIG"), "how KSQL logs in");
        return faults.found();
    }

    private static String login(Container container, String name) {
        String secret = container.secrets().getOrDefault(name, "none");
        return container.environment().getOrDefault(name, secret);
    }

    /** Two that write the same topics would count twice, so the old one ends before the new one starts. */
    static List<String> oneWriterAtATime(Templates templates) {
        var faults = new Faults();
        faults.unlessEqual(2, templates.all("AWS::ECS::Service").size(), "the number of services");
        for (Templates.Resource service : templates.all("AWS::ECS::Service")) {
            JsonNode deployment = service.properties().path("DeploymentConfiguration");
            faults.unlessEqual(100, deployment.path("MaximumPercent").asInt(200), "the most tasks of " + service);
            faults.unlessEqual(
                    0, deployment.path("MinimumHealthyPercent").asInt(100), "the fewest tasks of " + service);
        }
        faults.unlessEqual(
                1,
                templates
                        .one("AWS::ECS::Service", "Ksql")
                        .properties()
                        .path("DesiredCount")
                        .asInt(),
                "the number of ksqlDB servers");
        return faults.found();
    }

    /** Public, in one version each, so that nobody who deploys needs Docker. */
    static List<String> imagesArePublicAndPinned(Templates templates) {
        var faults = new Faults();
        templates
                .all("AWS::ECS::TaskDefinition")
                .forEach(task -> task.properties()
                        .path("ContainerDefinitions")
                        .forEach(container -> faults.unlessWithin(
                                IMAGES, List.of(Text.of(container.path("Image"))), "unknown image of " + task)));
        return faults.found();
    }

    /** The heap leaves room for the rest of the JVM and for the other containers. */
    static List<String> heapsFit(Templates templates) {
        var faults = new Faults();
        fits(faults, Container.worker(templates), "CONNECT_HEAP");
        fits(faults, Container.ksql(templates), "KSQL_HEAP_OPTS");
        return faults.found();
    }

    private static void fits(Faults faults, Container container, String name) {
        int memory = container.task().properties().path("Memory").asInt();
        int heap =
                Integer.parseInt(container.environment().getOrDefault(name, "0").replaceAll("\\D", ""));
        faults.unless(
                heap >= 512 && heap <= memory * 3 / 5, container.task() + " has a heap of " + heap + " in " + memory);
    }
}
