package io.crowdchart.operations.command;

import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.cluster.RunningCharts;
import io.crowdchart.operations.cluster.WrongUseException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options with which every subcommand is told where the chart runs; without one it is the run on this machine. */
public final class ClusterOptions {

    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description =
                    "A properties file that says where the chart runs: kafka.<client setting>, connect.url, redis.host,"
                            + " redis.port, redis.cluster, redis.tls, redis.user, redis.password, redis.iam.cache,"
                            + " redis.iam.serverless, redis.timeout, elasticache.<setting>;"
                            + " a value may be $${env:NAME} (default: the scripts/run that runs on this machine).")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "One such setting, before those of the file; may be given several times.")
    private Map<String, String> settings = Map.of();

    @Option(
            names = "--run",
            paramLabel = "PID",
            description = "Where several scripts/run run: the process id of the one that is meant.")
    private @Nullable Long run;

    /** The folder in which runs leave where they are; {@code scripts/chart} says where it is. */
    @Option(names = "--running", hidden = true, defaultValue = "${sys:crowdchart.running}")
    private @Nullable Path running;

    private @Nullable String kafka;

    /**
     * Where the chart runs.
     *
     * @throws WrongUseException if nothing says so, or what says so is wrong
     */
    public ClusterConfig config(Map<String, String> environment) {
        if (file != null && run != null) {
            throw new WrongUseException("--settings and --run exclude each other");
        }
        Map<String, String> all = new LinkedHashMap<>();
        if (file != null) {
            all.putAll(RunningCharts.read(file));
        } else if (settings.isEmpty() || run != null) {
            all.putAll(ofRun());
            // The variable is meant for another Redis than that of a run.
            all.putIfAbsent(ClusterConfig.REDIS_PASSWORD, "");
        }
        all.putAll(settings);
        if (settings.containsKey(ClusterConfig.REDIS_HOST) && !settings.containsKey(ClusterConfig.REDIS_PASSWORD)) {
            all.remove(ClusterConfig.REDIS_PASSWORD, "");
        }
        ClusterConfig config = ClusterConfig.from(all, environment);
        kafka = config.kafka().get("bootstrap.servers");
        return config;
    }

    /** Where Kafka is, by the settings that were read last. */
    public Optional<String> kafka() {
        return Optional.ofNullable(kafka);
    }

    private Map<String, String> ofRun() {
        SortedMap<Long, Map<String, String>> alive =
                running == null ? new TreeMap<>() : new RunningCharts(running).alive();
        if (run != null) {
            Map<String, String> chosen = alive.get(run);
            if (chosen == null) {
                throw new WrongUseException("--run " + run + ": no scripts/run with this process id is running");
            }
            return chosen;
        }
        if (alive.isEmpty()) {
            throw new WrongUseException("no running scripts/run was found"
                    + (running == null ? "" : " in " + running.toAbsolutePath().normalize())
                    + "; start one, or say with --settings FILE or --set NAME=VALUE where the chart runs");
        }
        if (alive.size() > 1) {
            throw new WrongUseException("several scripts/run are running; choose one with --run: "
                    + alive.keySet().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        return alive.values().iterator().next();
    }
}
