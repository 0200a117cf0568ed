package io.crowdchart.operations.audit;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code scripts/chart audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts all votes anew, compares with the ranking topics and with Redis, and prints every difference."
                        + " Changes nothing.")
public final class AuditCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private Patience patience = new Patience();

    public AuditCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration lasting = patience.lasting();
        Screen screen = surroundings.screen();
        ClusterConfig config = cluster.config(surroundings.environment());
        RedisCharts charts = new RedisCharts(config.requiredRedis(), surroundings.clock());
        KafkaClients clients = new KafkaClients(config.requiredKafka());
        try (Audit audit = new Audit(clients, Optional.of(charts.inspection()), screen, surroundings.clock())) {
            List<Difference> differences = audit.lastingDifferences(lasting);
            differences.stream().map(Difference::toString).sorted().forEach(screen::result);
            audit.recount().unreadableInWords().ifPresent(screen::result);
            audit.waitedForRebuildInVain()
                    .ifPresent(
                            waited -> screen.result("Redis was not compared: a rebuild of the charts is asked for or at"
                                    + " work, and did not end within " + waited.toSeconds() + " s"));
            screen.result(String.format(
                    Locale.ROOT,
                    "%,d posts that vote; %s",
                    audit.recount().posts(),
                    differences.isEmpty() ? "no differences" : Difference.number(differences.size())));
            return differences.isEmpty() && audit.waitedForRebuildInVain().isEmpty()
                    ? ExitStatus.GOOD
                    : ExitStatus.DIFFERENT;
        }
    }
}
