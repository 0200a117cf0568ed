package io.crowdchart.infra.construct;

import io.crowdchart.infra.config.ChartAssets;
import io.crowdchart.infra.config.InfraConfig;
import io.crowdchart.infra.config.Profile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerDefinitionOptions;
import software.amazon.awscdk.services.ecs.ContainerDependency;
import software.amazon.awscdk.services.ecs.ContainerDependencyCondition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.HealthCheck;
import software.amazon.awscdk.services.ecs.ICluster;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/**
 * Workers of Kafka Connect with the plugin: the source and the sink. Beside each runs a side-car that puts the configurations
 * of the connectors and keeps them in step.
 */
public final class ConnectWorkers extends Construct {

    private static final String IMAGE = "apache/kafka:4.3.1";
    /** As in worker/worker.properties. */
    private static final String GROUP = "crowd-chart-connect";

    private static final String MSK_IAM_JAR = "aws-msk-iam-auth.jar";

    private final PipelineService service;

    /**
     * What the workers need.
     *
     * @param cluster where they run
     * @param size of a worker, and how many there are
     * @param network where they are
     * @param kafka what they read and write
     * @param cache where the sink keeps the charts
     * @param voteSecret under which posts and voters get their pseudonyms
     * @param votes which posts are votes
     * @param assets the plugin and the connectors
     * @param logRetention how long their log is kept
     */
    public record Props(
            ICluster cluster,
            Profile.Task size,
            ChartNetwork network,
            KafkaAccess kafka,
            ChartCache cache,
            ISecret voteSecret,
            InfraConfig.Votes votes,
            ChartAssets assets,
            RetentionDays logRetention) {}

    public ConnectWorkers(Construct scope, String id, Props props) {
        super(scope, id);
        service = new PipelineService(
                this,
                "Workers",
                new PipelineService.Props(
                        props.cluster(),
                        props.size(),
                        props.network(),
                        props.network().connect(),
                        props.logRetention()));
        StartFiles files = new StartFiles(
                this, "Files", new StartFiles.Props(service.task(), files(props), service.logOf("fetch")));
        ContainerDefinition worker = service.task().addContainer("Worker", worker(props));
        files.giveTo(worker);
        files.giveTo(sideCar(worker));
        props.kafka().grant(service.task().getTaskRole(), needs());
        props.cache().grantConnect(service.task().getTaskRole(), ChartCache.User.SINK);
        service.run();
    }

    private static Map<String, Path> files(Props props) {
        ChartAssets assets = props.assets();
        Map<String, Path> files = new HashMap<>();
        files.put("plugin.zip", assets.pluginZip());
        for (String name : List.of("start-worker.sh", "keep-connectors.sh", "worker.properties", "log4j2.properties")) {
            files.put(name, assets.worker().resolve(name));
        }
        assets.connectorFiles().forEach(file -> files.put("connectors-" + file.getFileName(), file));
        if (props.kafka().usesIam()) {
            files.put(MSK_IAM_JAR, assets.mskIamJar());
        }
        return files;
    }

    private ContainerDefinitionOptions worker(Props props) {
        return ContainerDefinitionOptions.builder()
                .containerName("worker")
                .image(ContainerImage.fromRegistry(IMAGE))
                .entryPoint(List.of("/bin/sh", StartFiles.FOLDER + "/start-worker.sh"))
                .command(List.of(StartFiles.FOLDER))
                .environment(environment(props))
                .secrets(secrets(props))
                .healthCheck(HealthCheck.builder()
                        .command(List.of("CMD-SHELL", "wget -q -O /dev/null http://127.0.0.1:8083/health || exit 1"))
                        .interval(Duration.seconds(30))
                        .timeout(Duration.seconds(10))
                        .retries(5)
                        .startPeriod(Duration.seconds(180))
                        .build())
                .stopTimeout(Duration.seconds(60))
                .logging(service.logOf("worker"))
                .build();
    }

    /** What the worker's settings and the connectors' configurations name as {@code ${env:…}}. */
    private static Map<String, String> environment(Props props) {
        Map<String, String> environment = new TreeMap<>(props.kafka().environment());
        environment.putAll(props.cache().environment(ChartCache.User.SINK));
        // The sink signs its token for it.
        environment.put("AWS_REGION", Aws.REGION);
        // The token takes its place, but the configuration of the sink names it.
        environment.put("REDIS_PASSWORD", "");
        environment.put(
                "DEAD_LETTERS_REPLICATION", Integer.toString(props.kafka().replication()));
        environment.put("CHART_HASHTAG", props.votes().hashtag());
        environment.put("CHART_ZONE", props.votes().zone());
        environment.put("JETSTREAM_START", props.votes().start());
        environment.put(
                "JETSTREAM_HOSTS",
                "wss://jetstream1.us-east.bsky.network,wss://jetstream2.us-east.bsky.network,"
                        + "wss://jetstream1.us-west.bsky.network,wss://jetstream2.us-west.bsky.network");
        environment.put("HEARTBEAT_INTERVAL_MS", "5000");
        environment.put("CONNECT_HEAP", props.size().heapMebibytes() + "m");
        return environment;
    }

    private static Map<String, Secret> secrets(Props props) {
        Map<String, Secret> secrets = new TreeMap<>(props.kafka().secrets());
        secrets.put("VOTE_SECRET", Secret.fromSecretsManager(props.voteSecret()));
        return secrets;
    }

    /** Not essential: the worker goes on without it, and it is started again. */
    private ContainerDefinition sideCar(ContainerDefinition worker) {
        ContainerDefinition sideCar = service.task()
                .addContainer(
                        "KeepConnectors",
                        ContainerDefinitionOptions.builder()
                                .containerName("keep-connectors")
                                .image(ContainerImage.fromRegistry(StartFiles.AWS_IMAGE))
                                .entryPoint(List.of("/bin/bash", StartFiles.FOLDER + "/keep-connectors.sh"))
                                .command(List.of(StartFiles.FOLDER, "http://127.0.0.1:" + ChartNetwork.CONNECT_PORT))
                                .user("nobody")
                                .essential(false)
                                .enableRestartPolicy(true)
                                .restartAttemptPeriod(Duration.seconds(60))
                                .logging(service.logOf("keep-connectors"))
                                .build());
        sideCar.addContainerDependencies(ContainerDependency.builder()
                .container(worker)
                .condition(ContainerDependencyCondition.START)
                .build());
        return sideCar;
    }

    private static KafkaAccess.Needs needs() {
        return new KafkaAccess.Needs(
                ChartTopic.names(
                        ChartTopic.SONG_RANKING,
                        ChartTopic.DAILY_RANKING,
                        ChartTopic.HOURLY_RANKING,
                        ChartTopic.SONG_TITLES,
                        ChartTopic.PULSE),
                ChartTopic.names(ChartTopic.VOTES, ChartTopic.HEARTBEATS, ChartTopic.CHART_DEAD_LETTERS),
                List.of(GROUP + "-configs", GROUP + "-offsets", GROUP + "-status"),
                List.of(),
                List.of(GROUP, "connect-chart-sink"),
                // The leader's, and one a task of the source.
                List.of("connect-cluster-" + GROUP, GROUP + "-jetstream-source-0"));
    }

    /** What the workers and their side-cars say. */
    public LogGroup log() {
        return service.log();
    }
}
