package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.ChartAssets;
import io.crowdchart.infra.config.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** One ksqlDB server that runs the statements of the chart, and nothing that anybody sends it. */
public final class KsqlServer extends Construct {

    private static final String IMAGE = "confluentinc/cp-ksqldb-server:8.3.1";
    /** Names its consumer groups, internal topics and transactions: another one would count again from the first vote. */
    private static final String SERVICE_ID = "crowd_chart_";

    private static final String OWN = "_confluent-ksql-" + SERVICE_ID + "*";
    private static final String STATEMENTS = "chart.sql";
    private static final String START = "start-ksql.sh";
    private static final String MSK_IAM_JAR = "aws-msk-iam-auth.jar";
    /** What the image itself says in the variable that names the class path. */
    private static final String IMAGE_CLASSPATH = "/usr/share/java/ksqldb-server/*";

    private final PipelineService service;

    /**
     * What the server needs.
     *
     * @param cluster where it runs
     * @param size of the one task
     * @param network where it is
     * @param kafka what it reads and writes
     * @param assets the statements
     * @param logRetention how long its log is kept
     */
    public record Props(
            ICluster cluster,
            Profile.Task size,
            ChartNetwork network,
            KafkaAccess kafka,
            ChartAssets assets,
            RetentionDays logRetention) {}

    public KsqlServer(Construct scope, String id, Props props) {
        super(scope, id);
        service = new PipelineService(
                this,
                "Server",
                new PipelineService.Props(
                        props.cluster(),
                        props.size(),
                        props.network(),
                        props.network().ksql(),
                        props.logRetention()));
        Map<String, Path> contents = new HashMap<>();
        contents.put(STATEMENTS, props.assets().statements());
        contents.put(START, props.assets().worker().resolve(START));
        if (props.kafka().usesIam()) {
            contents.put(MSK_IAM_JAR, props.assets().mskIamJar());
        }
        StartFiles files =
                new StartFiles(this, "Files", new StartFiles.Props(service.task(), contents, service.logOf("fetch")));
        ContainerDefinition server = service.task().addContainer("Server", server(props));
        files.giveTo(server);
        props.kafka().grant(service.task().getTaskRole(), needs());
        service.run();
    }

    private ContainerDefinitionOptions server(Props props) {
        return ContainerDefinitionOptions.builder()
                .containerName("server")
                .image(ContainerImage.fromRegistry(IMAGE))
                .entryPoint(List.of("/bin/bash"))
                .command(List.of(StartFiles.FOLDER + "/" + START))
                .environment(environment(props))
                .secrets(secrets(props.kafka()))
                .stopTimeout(Duration.seconds(60))
                .logging(service.logOf("server"))
                .build();
    }

    /** The image makes properties of them: {@code KSQL_KSQL_SERVICE_ID} is {@code ksql.service.id}. */
    private static Map<String, String> environment(Props props) {
        Map<String, String> environment = new TreeMap<>();
        props.kafka().environment().forEach((name, value) -> {
            if (name.startsWith("KAFKA_SASL_") || name.equals("KAFKA_SECURITY_PROTOCOL")) {
                environment.put(ksqlName(name), value);
            }
        });
        environment.put("KSQL_BOOTSTRAP_SERVERS", props.kafka().environment().get("KAFKA_BOOTSTRAP_SERVERS"));
        environment.put("KSQL_KSQL_SERVICE_ID", SERVICE_ID);
        environment.put("KSQL_KSQL_QUERIES_FILE", StartFiles.FOLDER + "/" + STATEMENTS);
        environment.put("KSQL_LISTENERS", "http://127.0.0.1:8088");
        putReliability(environment, Integer.toString(props.kafka().replication()));
        putFreshness(environment);
        environment.put("KSQL_CONFLUENT_SUPPORT_METRICS_ENABLE", "false");
        environment.put("KSQL_HEAP_OPTS", "-Xmx" + props.size().heapMebibytes() + "m");
        // LCASE and the like follow the locale of the JVM.
        environment.put("KSQL_OPTS", "-Duser.language=en -Duser.country=US -Dfile.encoding=UTF-8");
        if (props.kafka().usesIam()) {
            environment.put("KSQL_CLASSPATH", IMAGE_CLASSPATH + ":" + StartFiles.FOLDER + "/" + MSK_IAM_JAR);
        }
        return environment;
    }

    private static void putReliability(Map<String, String> environment, String replication) {
        environment.put("KSQL_KSQL_STREAMS_PROCESSING_GUARANTEE", "exactly_once_v2");
        environment.put("KSQL_KSQL_STREAMS_AUTO_OFFSET_RESET", "earliest");
        environment.put("KSQL_KSQL_STREAMS_REPLICATION_FACTOR", replication);
        environment.put("KSQL_KSQL_INTERNAL_TOPIC_REPLICAS", replication);
        // A record that cannot be read is skipped and logged; the others are counted.
        environment.put("KSQL_KSQL_FAIL_ON_DESERIALIZATION_ERROR", "false");
        // The log goes to CloudWatch; no topic and no stream of it in Kafka.
        environment.put("KSQL_KSQL_LOGGING_PROCESSING_TOPIC_AUTO_CREATE", "false");
        environment.put("KSQL_KSQL_LOGGING_PROCESSING_STREAM_AUTO_CREATE", "false");
        // No content of a record in the log.
        environment.put("KSQL_KSQL_LOGGING_PROCESSING_ROWS_INCLUDE", "false");
        // What a killed server left open is given up after this.
        environment.put("KSQL_KSQL_STREAMS_PRODUCER_TRANSACTION_TIMEOUT_MS", "10000");
        // Small brokers take only a few log-ins a second.
        environment.put("KSQL_KSQL_STREAMS_RECONNECT_BACKOFF_MS", "1000");
    }

    private static void putFreshness(Map<String, String> environment) {
        environment.put("KSQL_KSQL_STREAMS_COMMIT_INTERVAL_MS", "100");
        environment.put("KSQL_KSQL_STREAMS_CACHE_MAX_BYTES_BUFFERING", "0");
        environment.put("KSQL_KSQL_STREAMS_PRODUCER_LINGER_MS", "0");
        environment.put("KSQL_KSQL_STREAMS_NUM_STREAM_THREADS", "1");
    }

    private static Map<String, Secret> secrets(KafkaAccess kafka) {
        Map<String, Secret> secrets = new TreeMap<>();
        kafka.secrets().forEach((name, secret) -> secrets.put(ksqlName(name), secret));
        return secrets;
    }

    /** {@code KAFKA_SASL_CALLBACK_HANDLER} is short for {@code sasl.client.callback.handler.class}. */
    private static String ksqlName(String kafkaName) {
        return kafkaName.equals("KAFKA_SASL_CALLBACK_HANDLER")
                ? "KSQL_SASL_CLIENT_CALLBACK_HANDLER_CLASS"
                : kafkaName.replaceFirst("^KAFKA_", "KSQL_");
    }

    private static KafkaAccess.Needs needs() {
        return new KafkaAccess.Needs(
                ChartTopic.names(ChartTopic.VOTES, ChartTopic.HEARTBEATS),
                List.of(),
                // It looks after the settings of the topics that it writes, as well.
                tables(),
                List.of(OWN),
                List.of(OWN),
                List.of(OWN));
    }

    private static List<String> tables() {
        List<String> tables = new ArrayList<>(ChartTopic.names(
                ChartTopic.BALLOTS,
                ChartTopic.DAILY_BALLOTS,
                ChartTopic.HOURLY_BALLOTS,
                ChartTopic.SONG_RANKING,
                ChartTopic.DAILY_RANKING,
                ChartTopic.HOURLY_RANKING,
                ChartTopic.SONG_TITLES,
                ChartTopic.PULSE));
        tables.add(OWN);
        return tables;
    }

    /** The consumer group of a query, by the id that ksqlDB gives it: its table and its place among the statements. */
    static String group(String query) {
        return "_confluent-ksql-" + SERVICE_ID + "query_" + query;
    }

    /** What it says, also about records that it cannot use. */
    public LogGroup log() {
        return service.log();
    }
}
