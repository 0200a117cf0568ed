package io.crowdchart.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.operations.command.Screen;
import io.crowdchart.operations.command.Surroundings;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ChartCommandTest {

    private static final Pattern TOLD = Pattern.compile("^## `scripts/chart ([a-z-]+)`", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void help_names_every_subcommand_and_is_no_failure() {
        CommandLine line = line();
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        assertThat(line.execute("--help")).isZero();
        assertThat(help.toString()).startsWith("Usage: scripts/chart").contains(subcommands());
    }

    @ParameterizedTest
    @MethodSource("subcommands")
    void every_subcommand_explains_itself(String subcommand) {
        CommandLine line = line();
        StringWriter help = new StringWriter();
        line.setOut(new PrintWriter(help));
        line.getSubcommands().values().forEach(each -> each.setOut(new PrintWriter(help)));
        assertThat(line.execute(subcommand, "--help")).isZero();
        assertThat(help.toString())
                .startsWith("Usage: scripts/chart " + subcommand)
                .contains("--settings", "${env:NAME}")
                .doesNotContain("--running");
    }

    @Test
    void wrong_use_ends_with_one_line_and_status_2() {
        assertFails("a command is missing, expected one of [");
        assertFails("Unmatched argument at index 0: 'nope'", "nope");
        assertFails("Unknown option: '--nope'", "audit", "--nope");
        assertFails("--patience expects 1 to 600 seconds, was 0", "audit", "--patience", "0");
        assertFails("--settings and --run exclude each other", "topics", "--settings", "x", "--run", "1");
        assertFails("there is no setting 'kafkas'", "topics", "--set", "kafkas=1");
        assertFails("needs the setting kafka.bootstrap.servers", "topics", "--set", "redis.host=r");
        assertFails("needs the setting redis.host", "audit", "--set", "kafka.bootstrap.servers=localhost:1");
        assertFails("--limit and --replay exclude each other", "dead-letters", "--limit", "3", "--replay");
        assertFails("Unknown option: '--version'", "--version");
        assertFails("Unknown option: '--version'", "audit", "--version");
        assertFails("--replication expects a number from 1 on, was 0", "topics", "--replication", "0");
    }

    @Test
    void without_a_running_chart_it_says_what_to_give_instead() {
        assertFails(
                "no running scripts/run was found in " + folder + "; start one, or say with --settings FILE or --set"
                        + " NAME=VALUE where the chart runs",
                "audit",
                "--running",
                folder.toString());
        assertFails("no running scripts/run was found", "topics");
    }

    @Test
    void of_several_running_charts_one_must_be_chosen() throws Exception {
        Process other = new ProcessBuilder("cat").start();
        try {
            long own = ProcessHandle.current().pid();
            for (long pid : List.of(own, other.pid())) {
                Files.writeString(folder.resolve(pid + ".properties"), "redis.host=of-" + pid + "\n");
            }
            String both = Stream.of(own, other.pid())
                    .sorted()
                    .map(String::valueOf)
                    .toList()
                    .toString();
            assertFails(
                    "several scripts/run are running; choose one with --run: " + both.substring(1, both.length() - 1),
                    "topics",
                    "--running",
                    folder.toString());
            assertFails(
                    "needs the setting kafka.bootstrap.servers",
                    "topics",
                    "--running",
                    folder.toString(),
                    "--run",
                    Long.toString(own));
            assertFails(
                    "--run 1: no scripts/run with this process id is running",
                    "topics",
                    "--running",
                    folder.toString(),
                    "--run",
                    "1");
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_cluster_that_cannot_be_reached_ends_with_one_line_and_status_2() throws Exception {
        Path settings = Files.write(
                folder.resolve("my.properties"),
                List.of(
                        "kafka.bootstrap.servers=localhost:1",
                        "kafka.default.api.timeout.ms=500",
                        "kafka.request.timeout.ms=400"));
        assertFails("; kafka.bootstrap.servers is localhost:1", "topics", "--settings", settings.toString());
        assertFails(
                ": No resolvable bootstrap urls given in bootstrap.servers; kafka.bootstrap.servers is no-host.invalid:9092",
                "dead-letters",
                "--set",
                "kafka.bootstrap.servers=no-host.invalid:9092");
    }

    @Test
    void whatever_goes_wrong_ends_with_one_line_and_status_2() {
        assertThat(failing(new IllegalStateException("a list was expected\nand more")))
                .isEqualTo("scripts/chart: a list was expected");
        assertThat(failing(new IllegalStateException("it failed", new RuntimeException(new IOException("full")))))
                .isEqualTo("scripts/chart: it failed: full");
        assertThat(failing(new NullPointerException())).isEqualTo("scripts/chart: NullPointerException");
        assertThat(failing(new OutOfMemoryError("Java heap space")))
                .isEqualTo("scripts/chart: the memory does not suffice; CHART_MEMORY=4g in the environment gives 4 GB");
        assertThat(failing(new NoClassDefFoundError("a/B"))).isEqualTo("scripts/chart: a/B");
    }

    @Test
    void a_doctor_who_could_ask_next_to_nothing_does_not_call_it_good() {
        TestScreen doctor = TestScreen.run("doctor", "--set", "elasticache.region=eu-central-1");

        assertThat(doctor.status()).as("%s", doctor).isEqualTo(2);
        assertThat(doctor.out()).last().asString().startsWith("0 ok, 0 warnings, 0 problems");
        assertThat(doctor.err())
                .containsExactly("scripts/chart: most was not asked; this command needs the settings"
                        + " [kafka.bootstrap.servers, redis.host]");
    }

    @Test
    void the_page_for_operators_names_every_subcommand_and_option() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "operations.md"));
        assertThat(TOLD.matcher(page).results().map(found -> found.group(1)).toList())
                .containsExactlyInAnyOrderElementsOf(subcommands());
        for (Map.Entry<String, CommandLine> subcommand : line().getSubcommands().entrySet()) {
            for (OptionSpec option : subcommand.getValue().getCommandSpec().options()) {
                if (!option.hidden() && !option.usageHelp() && !option.versionHelp()) {
                    assertThat(page).contains("`" + option.longestName());
                }
            }
        }
    }

    static List<String> subcommands() {
        return List.copyOf(line().getSubcommands().keySet());
    }

    private static CommandLine line() {
        return ChartCommand.line(TestScreen.surroundings());
    }

    /** What the command says when something fails while it writes its result. */
    private static String failing(Throwable failure) {
        var err = new ByteArrayOutputStream();
        var out = new PrintStream(
                new OutputStream() {
                    @Override
                    public void write(int any) {
                        if (failure instanceof Error error) {
                            throw error;
                        }
                        throw (RuntimeException) failure;
                    }
                },
                true,
                UTF_8);
        var screen =
                new Screen(out, new PrintStream(err, true, UTF_8), new BufferedReader(new StringReader("")), false);
        int status = ChartCommand.run(
                new Surroundings(screen, Clock.systemUTC(), Map.of()),
                "doctor",
                "--set",
                "elasticache.region=eu-central-1");
        assertThat(status).isEqualTo(2);
        assertThat(err.toString(UTF_8).lines()).hasSize(1);
        return err.toString(UTF_8).strip();
    }

    private static void assertFails(String message, String... args) {
        TestScreen run = TestScreen.run(args);
        assertThat(run.status()).as("%s", run).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("scripts/chart: ")
                .contains(message);
    }
}
