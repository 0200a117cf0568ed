package io.crowdchart.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/chart repair} on a real broker. */
class RepairIT {

    @TempDir
    private Path folder;

    @Test
    void lost_and_wrong_rows_are_written_again_once_somebody_says_yes() throws Exception {
        try (ChartStack stack = new ChartStack(folder)) {
            stack.makeTopics();
            stack.vote(SomeVotes.ofPosts(300));
            stack.vote(Map.of("sure", SomeVotes.vote("sure", "July", Instant.now())));
            stack.fill();
            assertThat(stack.run("repair", "--yes", "--patience", "1").out())
                    .containsExactly("nothing to repair: the ranking topics are as the votes say");

            stack.loseTopic(Topic.SONG_RANKING);
            stack.loseTopic(Topic.HOURLY_RANKING);
            stack.row(Topic.SONG_TITLES, "\"july\"", null);
            stack.row(Topic.DAILY_RANKING, "{\"DAY\":\"2026-11-23\",\"SONG\":\"nobody\"}", "{\"VOTES\":3}");
            stack.row(Topic.DAILY_RANKING, "no key of ours", "{\"VOTES\":3}");

            TestScreen unasked = stack.run("repair", "--patience", "1");
            assertThat(unasked.status()).isEqualTo(2);
            assertThat(unasked.err()).singleElement().asString().contains("--yes");
            TestScreen no = TestScreen.runAndType("n\n", stack.arguments("repair", "--patience", "1"));
            assertThat(no.status()).isEqualTo(1);
            assertThat(no.out()).last().isEqualTo("nothing was written");
            assertThat(stack.run("audit", "--patience", "1").status()).isEqualTo(1);

            TestScreen yes = TestScreen.runAndType("y\n", stack.arguments("repair", "--patience", "1"));
            assertThat(yes.status()).as("%s", yes).isZero();
            assertThat(yes.out())
                    .contains(
                            "daily_ranking: 0 rows to write, 2 to remove", "song_titles: 1 rows to write, 0 to remove")
                    .anyMatch(line -> line.matches("song_ranking: \\d+ rows to write, 0 to remove"))
                    .endsWith("repaired: the ranking topics are as the votes say");
            // The audit knows nothing of what the repair meant to do.
            TestScreen audit = stack.run("audit", "--patience", "1");
            assertThat(audit.status()).as("%s", audit).isZero();
        }
    }
}
