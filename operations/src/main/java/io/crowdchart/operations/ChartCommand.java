package io.crowdchart.operations;

import io.crowdchart.operations.audit.AuditCommand;
import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.command.ClusterOptions;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Failure;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import io.crowdchart.operations.deadletter.DeadLettersCommand;
import io.crowdchart.operations.doctor.DoctorCommand;
import io.crowdchart.operations.rebuild.RebuildCommand;
import io.crowdchart.operations.repair.RepairCommand;
import io.crowdchart.operations.topic.TopicsCommand;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code scripts/chart}: hands over to a subcommand. Status 0: all is well; 1: something is not as it should be; 2: the
 * command could not do its work, which one line on standard error explains.
 */
@Command(
        name = "scripts/chart",
        mixinStandardHelpOptions = true,
        description = "Looks after a running chart: the scripts/run on this machine, or any by settings.")
public final class ChartCommand implements Runnable {

    /** Said first by {@code scripts/chart} where a person sits at the other end. */
    private static final String TERMINAL = "--terminal";

    private static final Logger LOGGER = LoggerFactory.getLogger(ChartCommand.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ChartCommand() {}

    /** Runs the command and ends the JVM with its status. */
    public static void main(String... args) {
        List<String> given = Arrays.asList(args);
        boolean terminal = !given.isEmpty() && given.get(0).equals(TERMINAL);
        var surroundings =
                new Surroundings(Screen.onStandardStreams(terminal), Clock.systemUTC(), ClusterConfig.environment());
        List<String> rest = terminal ? given.subList(1, given.size()) : given;
        System.exit(run(surroundings, rest.toArray(String[]::new)));
    }

    /** Runs the command and gives its status. */
    public static int run(Surroundings surroundings, String... args) {
        try {
            return line(surroundings).execute(args);
        } catch (OutOfMemoryError e) {
            return fail(
                    surroundings.screen(),
                    "the memory does not suffice; CHART_MEMORY=4g in the environment gives 4 GB");
        } catch (Error e) {
            LOGGER.error("The command ended unexpectedly", e);
            return fail(surroundings.screen(), Failure.line(e, Optional.empty()));
        }
    }

    static CommandLine line(Surroundings surroundings) {
        Screen screen = surroundings.screen();
        var line = new CommandLine(new ChartCommand())
                .addSubcommand(new AuditCommand(surroundings))
                .addSubcommand(new TopicsCommand(surroundings))
                .addSubcommand(new RepairCommand(surroundings))
                .addSubcommand(new RebuildCommand(surroundings))
                .addSubcommand(new DoctorCommand(surroundings))
                .addSubcommand(new DeadLettersCommand(surroundings));
        withoutVersion(line);
        line.getSubcommands().values().forEach(ChartCommand::withoutVersion);
        return line.setParameterExceptionHandler((e, given) -> fail(screen, String.valueOf(e.getMessage())))
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    // Whatever it is, an operator gets one line; the rest stands in the log.
                    LOGGER.warn("The command could not do its work", e);
                    return fail(screen, Failure.line(e, kafka(command)));
                });
    }

    /** The command comes with the sources that it is built from, and has no version of its own. */
    private static void withoutVersion(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.remove(spec.findOption("--version"));
    }

    /** Where a subcommand was told that Kafka is. */
    private static Optional<String> kafka(CommandLine command) {
        return command.getMixins().values().stream()
                .filter(ClusterOptions.class::isInstance)
                .map(ClusterOptions.class::cast)
                .flatMap(options -> options.kafka().stream())
                .findFirst();
    }

    private static int fail(Screen screen, String why) {
        screen.fail(why);
        return ExitStatus.WRONG_USE;
    }

    /** Without a subcommand there is nothing to do. */
    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "a command is missing, expected one of " + spec.subcommands().keySet() + "; --help explains them");
    }
}
