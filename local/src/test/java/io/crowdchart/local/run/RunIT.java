package io.crowdchart.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.local.feed.FeedEvent;
import io.crowdchart.local.feed.GeneratedFeed;
import io.crowdchart.operations.cluster.RunningCharts;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code scripts/run} from the outside. */
class RunIT {

    private static final Duration START = Duration.ofSeconds(90);
    private static final String DATA = "data and logs in ";

    @TempDir
    private Path folder;

    @Test
    void the_feed_of_twelve_thousand_events_gives_exactly_its_chart() throws Exception {
        Path chart = folder.resolve("chart.json");
        try (RunProcess run = RunProcess.start(
                "--feed",
                Charts.kafkaSummit(folder),
                "--once",
                "--chart",
                chart,
                "--ask",
                "what's number one",
                "--ask",
                "top five",
                "--ask",
                "where is july",
                "--ask",
                "who is third",
                "--ask",
                "how fresh is the chart",
                "--ask",
                "help",
                "--ask",
                "colorless green ideas")) {
            assertThat(run.status()).as("%s", run.err()).isZero();
            assertThat(Charts.written(chart)).isEqualTo(Charts.kafkaSummitExpected());
            assertThat(answers(run.out()))
                    .hasEntrySatisfying(
                            "what's number one",
                            answer -> assertThat(answer)
                                    .containsIgnoringCase("number one")
                                    .contains("July", "690 votes"))
                    .hasEntrySatisfying(
                            "top five",
                            answer -> assertThat(answer)
                                    .contains("July", "Culo", "Whiskey Girl", "21 Questions", "Robbery"))
                    .hasEntrySatisfying(
                            "where is july", answer -> assertThat(answer).contains("July", "690"))
                    .hasEntrySatisfying(
                            "who is third", answer -> assertThat(answer).contains("Whiskey Girl", "253"))
                    .hasEntrySatisfying(
                            "how fresh is the chart",
                            answer -> assertThat(answer).containsAnyOf("second", "moment"))
                    .hasEntrySatisfying("help", answer -> assertThat(answer).endsWith("?"))
                    .hasEntrySatisfying(
                            "colorless green ideas",
                            answer -> assertThat(answer).endsWith("?"));
            assertThat(run.out()).anyMatch(line -> line.matches("Freshness, .*: p50 \\d+ ms, p99 \\d+ ms.*"));
        }
    }

    @Test
    void a_feed_that_pauses_at_an_event_nobody_asked_for_arrives_too() throws Exception {
        List<String> lines = Charts.generated(41, 600).lines();
        String like = lines.stream()
                .filter(line -> line.contains("app.bsky.feed.like"))
                .findFirst()
                .orElseThrow();
        List<String> feed = new ArrayList<>(lines.subList(0, 300));
        long last = FeedEvent.read(lines.get(299)).timeMicros();
        // Right before the last 300 events, which are played slowly, and newer than all before it.
        feed.add(like.replaceFirst("\"time_us\":\\d+", "\"time_us\":" + (last + 1)));
        feed.addAll(lines.subList(300, 600));
        Path file = Files.write(folder.resolve("feed.jsonl"), feed);
        try (RunProcess run = RunProcess.start("--feed", file, "--once")) {
            assertThat(run.status()).as("%s", run.err()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 12, 13})
    void a_generated_feed_gives_exactly_the_chart_it_announces(long seed) throws Exception {
        GeneratedFeed feed = Charts.generated(seed, 3_000);
        Path chart = folder.resolve("chart.json");
        try (RunProcess run = RunProcess.start("--feed", Charts.file(feed, folder), "--once", "--chart", chart)) {
            assertThat(run.status()).as("%s", run.err()).isZero();
            assertThat(Charts.written(chart)).as("seed %d", seed).isEqualTo(Charts.expected(feed));
        }
    }

    @Test
    void a_kept_folder_goes_on_after_kill_9_and_again_after_the_end() throws Exception {
        GeneratedFeed feed = Charts.generated(21, 1_500);
        Path file = Charts.file(feed, folder);
        Path kept = folder.resolve("kept");
        Path chart = folder.resolve("chart.json");
        List<ProcessHandle> children;
        try (RunProcess run = RunProcess.start("--feed", file, "--once", "--keep", kept)) {
            // In mid-feed: the last events are played slowly, so some of them are still to come.
            await().atMost(START).until(() -> run.err().stream().anyMatch(line -> line.contains("playing")));
            children = run.children();
            run.kill();
        }
        await().atMost(START).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        for (int time = 0; time < 2; time++) {
            try (RunProcess run = RunProcess.start("--feed", file, "--once", "--keep", kept, "--chart", chart)) {
                assertThat(run.status()).as("%s", run.err()).isZero();
                assertThat(Charts.written(chart)).isEqualTo(Charts.expected(feed));
            }
        }
        try (RunProcess run = RunProcess.start("--once", "--keep", kept)) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).last().asString().contains("this folder goes with " + file);
        }
    }

    @Test
    void nothing_is_left_after_kill_9_or_a_signal_to_end() throws Exception {
        for (boolean kill : List.of(true, false)) {
            try (RunProcess run = RunProcess.start("--once")) {
                await().atMost(START).until(() -> run.err().stream().anyMatch(line -> line.contains("ready")));
                List<ProcessHandle> children = run.children();
                assertThat(children).hasSizeGreaterThanOrEqualTo(2);
                Path data = dataFolder(run);
                assertThat(data).isDirectory();
                RunningCharts running = new RunningCharts(Path.of("target", "running"));
                assertThat(running.alive()).containsKey(run.pid());
                if (kill) {
                    run.kill();
                } else {
                    run.terminate();
                    assertThat(run.status()).isNotZero();
                }
                await().atMost(START).until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
                await().atMost(START).until(() -> !Files.exists(data));
                assertThat(running.alive()).doesNotContainKey(run.pid());
            }
        }
    }

    private static Path dataFolder(RunProcess run) {
        return run.err().stream()
                .filter(line -> line.contains(DATA))
                .map(line -> Path.of(line.substring(line.indexOf(DATA) + DATA.length())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_used_port_a_missing_feed_and_a_wrong_option_end_with_one_line_and_status_2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertFails("--port " + taken.getLocalPort(), "--once", "--port", taken.getLocalPort());
        }
        assertFails("missing.jsonl", "--once", "--feed", folder.resolve("missing.jsonl"));
        Path broken = Files.writeString(
                folder.resolve("broken.jsonl"),
                "\n{\"did\":\"d\",\"kind\":\"account\",\"time_us\":1779719009018817}\nnope\n");
        assertFails("broken.jsonl, line 3", "--once", "--feed", broken);
        assertFails("Unknown option: '--nope'", "--nope");
        assertFails("--zone: expected a name like Europe/Berlin, was '+02:00'", "--zone", "+02:00");
        assertFails("--chart", "--chart", folder.resolve("missing").resolve("chart.json"));
        assertFails("exclude each other", "--live", "--feed", broken);
        assertFails("expected hide, bleep, catalogue or off, was 'loud'", "--profanity", "loud");
        assertFails("belong together", "--profanity", "catalogue");
        assertFails("belong together", "--catalogue", broken);
        assertFails("cannot be read", "--profanity", "catalogue", "--catalogue", "no/such.txt");
    }

    private static void assertFails(String message, Object... arguments) throws Exception {
        try (RunProcess run = RunProcess.start(arguments)) {
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            // The first run after a build says that it makes the next ones fast.
            assertThat(run.err().stream().filter(line -> !line.startsWith("a first run")))
                    .singleElement()
                    .asString()
                    .startsWith("scripts/run: ")
                    .contains(message);
        }
    }

    private static Map<String, String> answers(List<String> out) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int line = 0; line + 1 < out.size(); line++) {
            if (out.get(line).startsWith("You: ")) {
                answers.put(
                        out.get(line).substring("You: ".length()),
                        out.get(line + 1).substring("Alexa: ".length()));
            }
        }
        return answers;
    }
}
