package io.crowdchart.local.faults;

import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.local.pipeline.DataFolder;
import io.crowdchart.local.pipeline.OneMachine;
import io.crowdchart.local.pipeline.Parts;
import io.crowdchart.local.pipeline.PipelineSettings;
import io.crowdchart.local.pipeline.Plugin;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * The real stack as a process that a test can kill. It takes commands on its standard input, one a line, and answers each
 * with one line that begins with {@value #ANSWER}. It ends with its input, so it does not outlive the test.
 *
 * <p>Arguments: the folder to keep everything in, the folder of plugins, the address of the Jetstream server.
 */
public final class FaultedMachine {

    static final String ANSWER = "@ ";
    static final String OK = ANSWER + "ok ";
    static final String FAILED = ANSWER + "failed ";

    static final String HASHTAG = "KafkaSummit";
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final OneMachine machine;

    private FaultedMachine(OneMachine machine) {
        this.machine = machine;
    }

    public static void main(String[] arguments) throws Exception {
        try (Parts parts = Parts.closedAtExit()) {
            Watchdog watchdog = parts.add(Watchdog.start());
            DataFolder folder = parts.add(DataFolder.kept(Path.of(arguments[0])));
            OneMachine machine = parts.add(OneMachine.start(folder, watchdog, settings(arguments), step -> {}));
            new FaultedMachine(machine).obey();
        } catch (RuntimeException e) {
            say(FAILED + e);
            throw e;
        }
        // Threads of a part that did not stop in order keep nobody waiting.
        System.exit(0);
    }

    private static PipelineSettings settings(String[] arguments) {
        return new PipelineSettings(
                Plugin.in(Path.of(arguments[1])), HASHTAG, ZONE, arguments[2], "earliest", Duration.ofSeconds(1));
    }

    private void obey() throws Exception {
        say(OK + addresses());
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null && !line.equals("quit"); line = commands.readLine()) {
            say(answer(line));
        }
    }

    private String addresses() {
        return machine.bootstrapServers() + " " + machine.worker().url() + " "
                + machine.redis().port();
    }

    private String answer(String line) {
        try {
            List<String> words = Arrays.asList(line.split(" "));
            return OK + carryOut(words.get(0), words.subList(1, words.size()));
        } catch (RuntimeException e) {
            return FAILED + oneLine(e.toString());
        }
    }

    private String carryOut(String command, List<String> words) {
        switch (command) {
            case "broker-restart" -> machine.restartBroker();
            case "redis-kill" -> machine.redis().kill();
            case "redis-start" -> machine.redis().start();
            case "redis-pause" -> machine.redis().pause();
            case "redis-resume" -> machine.redis().resume();
            case "redis" -> {
                return oneLine(machine.redis().command(words.toArray(String[]::new)));
            }
            case "counts" -> {
                return PluginCounts.now();
            }
            default -> throw new IllegalArgumentException("no such command: " + command);
        }
        return "";
    }

    private static String oneLine(String text) {
        return text.replace("\r", "").replace("\n", "|");
    }

    private static void say(String line) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.println(line);
    }
}
