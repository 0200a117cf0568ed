package io.crowdchart.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.local.feed.GeneratedFeed;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/chart} beside a {@code scripts/run}. */
class ChartIT {

    private static final Duration START = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void a_run_is_found_and_audited_in_the_middle_of_its_feed() throws Exception {
        GeneratedFeed feed = Charts.generated(5, 6_000);
        try (RunProcess run = RunProcess.startAttended("--feed", Charts.file(feed, folder))) {
            await().atMost(START).until(() -> run.err().stream().anyMatch(line -> line.contains("playing")));
            String pid = Long.toString(run.pid());
            try (RunProcess topics = RunProcess.startScript("chart", "topics", "--run", pid)) {
                assertThat(topics.status())
                        .as("%s %s", topics.out(), topics.err())
                        .isZero();
                assertThat(topics.out()).isNotEmpty().allMatch(line -> line.endsWith(" good"));
            }
            try (RunProcess audit = RunProcess.startScript("chart", "audit", "--run", pid)) {
                assertThat(audit.status()).as("%s %s", audit.out(), audit.err()).isZero();
                assertThat(audit.out()).singleElement().asString().endsWith("; no differences");
            }
        }
    }

    @Test
    void wrong_use_ends_with_one_line_and_status_2() throws Exception {
        try (RunProcess chart = RunProcess.startScript("chart", "topics", "--run", "1")) {
            assertThat(chart.status()).isEqualTo(2);
            assertThat(chart.out()).isEmpty();
            assertThat(chart.err())
                    .containsExactly("scripts/chart: --run 1: no scripts/run with this process id is running");
        }
    }
}
