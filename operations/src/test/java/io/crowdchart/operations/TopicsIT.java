package io.crowdchart.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.model.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/chart topics} on a real broker. */
class TopicsIT {

    @TempDir
    private Path folder;

    @Test
    void missing_topics_are_told_and_made_and_one_that_differs_stays_as_it_is() throws Exception {
        try (ChartStack stack = new ChartStack(folder)) {
            try (Admin admin = stack.clients().admin()) {
                admin.createTopics(List.of(new NewTopic("song_ranking", Optional.of(3), Optional.empty())
                                .configs(Map.of("cleanup.policy", "delete"))))
                        .all()
                        .get();
            }
            TestScreen check = stack.run("topics");
            assertThat(check.status()).as("%s", check).isEqualTo(1);
            assertThat(check.out())
                    .hasSize(Topic.values().length)
                    .contains("votes                is missing")
                    .contains("song_ranking         has 3 partitions, expected 1; has cleanup.policy=delete, expected"
                            + " compact");

            TestScreen create = stack.run("topics", "--create", "--replication", "1");
            assertThat(create.status()).as("%s", create).isEqualTo(1);
            assertThat(create.err()).hasSize(Topic.values().length - 1).contains("made votes");
            assertThat(create.out())
                    .contains("votes                good")
                    .anyMatch(line -> line.contains("3 partitions"));
            assertThat(stack.run("topics", "--replication", "2").out())
                    .contains("votes                has 1 copies of a partition, expected 2");

            stack.deleteTopic(Topic.SONG_RANKING);
            assertThat(stack.run("topics", "--create").status()).isZero();
            assertThat(stack.run("topics").out()).allMatch(line -> line.endsWith(" good"));
        }
    }
}
