package io.crowdchart.operations.repair;

import io.crowdchart.operations.audit.Audit;
import io.crowdchart.operations.audit.Difference;
import io.crowdchart.operations.audit.Patience;
import io.crowdchart.operations.cluster.WrongUseException;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.Counted;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.kafka.KafkaClients;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/chart repair}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Counts all votes anew, and writes the rows of the ranking topics that are missing or wrong. For a ranking"
                        + " topic that was lost and made again: the aggregation does not fill it by itself.")
public final class RepairCommand implements Callable<Integer> {

    /** Votes that arrive while rows are written may make some of them wrong again. */
    private static final int ROUNDS = 5;

    private final Surroundings surroundings;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(names = "--yes", description = "Write without asking.")
    private boolean yes;

    @Mixin
    private Patience patience = new Patience();

    public RepairCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        Duration lasting = patience.lasting();
        Screen screen = surroundings.screen();
        if (!yes && !screen.isTerminal()) {
            throw new WrongUseException("repair writes to Kafka: say --yes, or run it at a terminal to be asked");
        }
        var clients =
                new KafkaClients(cluster.config(surroundings.environment()).requiredKafka());
        try (Audit audit = new Audit(clients, Optional.empty(), screen, surroundings.clock())) {
            List<Difference> differences = audit.lastingDifferences(lasting);
            if (differences.isEmpty()) {
                screen.result("nothing to repair: the ranking topics are as the votes say");
                return ExitStatus.GOOD;
            }
            WantedRows wanted = WantedRows.of(differences, audit);
            if (!wanted.records().isEmpty() && !isWanted(wanted.records())) {
                screen.result("nothing was written");
                return ExitStatus.DIFFERENT;
            }
            // While somebody thought about the answer, the aggregation went on.
            List<Difference> left = yes ? differences : audit.remaining(differences, lasting);
            if (left.isEmpty()) {
                screen.result("nothing was written: the aggregation has written these rows meanwhile");
                return ExitStatus.GOOD;
            }
            return repaired(clients, audit, left);
        }
    }

    private boolean isWanted(List<ProducerRecord<byte[], byte[]>> records) {
        Screen screen = surroundings.screen();
        new TreeMap<>(records.stream().collect(Collectors.groupingBy(ProducerRecord::topic))).forEach((topic, rows) -> {
            long removed = rows.stream().filter(row -> row.value() == null).count();
            screen.result(String.format(
                    Locale.ROOT,
                    "%s: %s to write, %,d to remove",
                    topic,
                    Counted.of(rows.size() - removed, "row"),
                    removed));
        });
        return yes
                || screen.ask("Write these rows to Kafka? [y/N] ")
                        .filter(answer -> answer.strip().equalsIgnoreCase("y"))
                        .isPresent();
    }

    private int repaired(KafkaClients clients, Audit audit, List<Difference> first) throws InterruptedException {
        Screen screen = surroundings.screen();
        List<Difference> differences = first;
        WantedRows wanted = WantedRows.of(differences, audit);
        try (Repair repair = new Repair(clients)) {
            for (int round = 0; round < ROUNDS && !wanted.records().isEmpty(); round++) {
                int written = repair.write(audit.positions(), wanted.records());
                screen.progress("wrote " + Counted.of(written, "row") + "; auditing the topics again");
                differences = audit.lastingDifferences(patience.lasting());
                wanted = WantedRows.of(differences, audit);
            }
        }
        differences.stream().map(Difference::toString).sorted().forEach(screen::result);
        if (wanted.doubtful() > 0) {
            audit.recount().unreadableInWords().ifPresent(screen::result);
            screen.result(Counted.of(wanted.doubtful(), "row") + " with more votes than are counted: left alone");
        }
        screen.result(
                differences.isEmpty()
                        ? "repaired: the ranking topics are as the votes say"
                        : Difference.number(differences.size()) + " left");
        return differences.isEmpty() ? ExitStatus.GOOD : ExitStatus.DIFFERENT;
    }
}
