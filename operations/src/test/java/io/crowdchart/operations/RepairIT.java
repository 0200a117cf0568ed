package io.crowdchart.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
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
            stack.row(Topic.SONG_TITLES, "\"july\"", "{\"TITLE\":\"Hey Jude\"}");
            stack.row(Topic.SONG_TITLES, "\"hey jude\"", null);
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
                            "daily_ranking: 0 rows to write, 2 to remove", "song_titles: 1 row to write, 0 to remove")
                    .anyMatch(line -> line.matches("song_ranking: \\d+ rows to write, 0 to remove"))
                    .endsWith("repaired: the ranking topics are as the votes say");
            // The audit knows nothing of what the repair meant to do.
            TestScreen audit = stack.run("audit", "--patience", "1");
            assertThat(audit.status()).as("%s", audit).isZero();
            try (Admin admin = stack.clients().admin()) {
                assertThat(admin.describeTransactions(List.of("crowd-chart-repair"))
                                .description("crowd-chart-repair")
                                .get()
                                .transactionTimeoutMs())
                        .as("how long a repair that was killed holds up the sink")
                        .isEqualTo(30_000);
            }
        }
    }

    @Test
    void rows_that_were_written_while_somebody_thought_about_the_answer_are_left_alone() {
        try (ChartStack stack = new ChartStack(folder)) {
            stack.makeTopics();
            stack.vote(Map.of("a", SomeVotes.vote("a", "July", Instant.now())));
            stack.fill();
            stack.row(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":7}");
            TestScreen repair = TestScreen.runAndAnswer(
                    () -> {
                        stack.vote(Map.of("b", SomeVotes.vote("b", "July", Instant.now())));
                        stack.fill();
                        return "y\n";
                    },
                    stack.arguments("repair", "--patience", "1"));
            assertThat(repair.status()).as("%s", repair).isZero();
            assertThat(repair.out())
                    .last()
                    .isEqualTo("nothing was written: the aggregation has written these rows meanwhile");
            assertThat(stack.run("audit", "--patience", "1").status()).isZero();
        }
    }

    @Test
    void no_count_is_lowered_while_there_are_posts_that_can_no_longer_be_read() {
        try (ChartStack stack = new ChartStack(folder)) {
            stack.makeTopics();
            stack.vote(Map.of("a", SomeVotes.vote("a", "July", Instant.now())));
            stack.fill();
            stack.row(Topic.VOTES, "odd", "{");
            stack.row(Topic.SONG_RANKING, "\"july\"", "{\"VOTES\":2}");
            TestScreen audit = stack.run("audit", "--patience", "1");
            assertThat(audit.status()).isEqualTo(1);
            assertThat(audit.out())
                    .contains("1 post can no longer be read; differences of up to 1 vote may come from them");

            TestScreen repair = stack.run("repair", "--yes", "--patience", "1");
            assertThat(repair.status()).as("%s", repair).isEqualTo(1);
            assertThat(repair.out())
                    .containsExactly(
                            "song_ranking 'july': found 2 votes, expected 1 vote",
                            "1 post can no longer be read; differences of up to 1 vote may come from them",
                            "1 row with more votes than are counted: left alone",
                            "1 difference left");
            assertThat(stack.run("audit", "--patience", "1").out()).isEqualTo(audit.out());

            stack.row(Topic.SONG_RANKING, "\"july\"", null);
            TestScreen raised = stack.run("repair", "--yes", "--patience", "1");
            assertThat(raised.status()).as("%s", raised).isZero();
        }
    }
}
