package io.crowdchart.local.faults;

import io.crowdchart.operations.ChartCommand;
import io.crowdchart.operations.cluster.ClusterConfig;
import io.crowdchart.operations.command.ExitStatus;
import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The operator of a machine, who has {@code scripts/chart} and a file with settings. */
final class Operator {

    private final MachineProcess machine;
    private final Path settings;

    /**
     * @param settings where the settings are written to, before every command
     */
    Operator(MachineProcess machine, Path settings) {
        this.machine = machine;
        this.settings = settings;
    }

    /**
     * Carries a command of {@code scripts/chart} out.
     *
     * @return what it said, line by line, if its status is not the good one; else nothing
     */
    List<String> complaints(String... command) {
        writeSettings();
        List<String> words = new ArrayList<>(List.of(command));
        words.add("--settings");
        words.add(settings.toString());
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            Screen screen = new Screen(out, out, new BufferedReader(new StringReader("")), false);
            int status = ChartCommand.run(
                    new Surroundings(screen, Clock.systemUTC(), Map.of()), words.toArray(String[]::new));
            if (status == ExitStatus.GOOD) {
                return List.of();
            }
            out.println("status " + status);
        }
        return said.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> "scripts/chart " + command[0] + ": " + line)
                .toList();
    }

    private void writeSettings() {
        try {
            Files.write(
                    settings,
                    List.of(
                            ClusterConfig.KAFKA_BOOTSTRAP + "=" + machine.bootstrapServers(),
                            ClusterConfig.CONNECT_URL + "=" + machine.connectUrl(),
                            ClusterConfig.REDIS_HOST + "=127.0.0.1",
                            ClusterConfig.REDIS_PORT + "=" + machine.redisPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
