package io.crowdchart.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartStreamsConfig.Stores;
import io.crowdchart.ksql.ChartTopology;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.audit.Audit;
import io.crowdchart.operations.audit.Difference;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Audit and repair while votes keep arriving, and the twin takes as long as ksqlDB does with its usual settings. */
class BusyChartIT {

    private static final Duration COMMIT_INTERVAL = Duration.ofSeconds(2);
    /** More than a vote needs for its way, with room for a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(12);

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private ChartStack stack;
    private KafkaStreams twin;
    private CompletableFuture<Void> voting;
    private final AtomicBoolean stopped = new AtomicBoolean();

    @BeforeEach
    void start() {
        stack = new ChartStack(folder.resolve("kafka"));
        stack.makeTopics();
        var settings = new Properties();
        settings.putAll(new ChartStreamsConfig(
                        stack.bootstrapServers(), folder.resolve("twin"), "twin", COMMIT_INTERVAL, Stores.IN_MEMORY, 1)
                .toProperties());
        twin = new KafkaStreams(ChartTopology.create(), settings);
        twin.start();
        await().atMost(LIMIT).until(() -> twin.state() == KafkaStreams.State.RUNNING);
        stack.vote(SomeVotes.ofPosts(200));
        voting = CompletableFuture.runAsync(this::vote);
    }

    @AfterEach
    void stop() {
        stopped.set(true);
        try {
            voting.join();
        } finally {
            twin.close(Duration.ofSeconds(20));
            stack.close();
        }
    }

    private void vote() {
        Random random = new Random(Long.getLong("seed", 42));
        for (int i = 0; !stopped.get(); i++) {
            String title = SomeVotes.TITLES.get(random.nextInt(SomeVotes.TITLES.size()));
            stack.vote(Map.of("busy " + i, SomeVotes.vote("busy " + i, title, Instant.now())));
        }
    }

    @Test
    void votes_on_their_way_are_no_differences_and_what_is_wrong_is_told_alone() throws Exception {
        try (Audit audit =
                new Audit(stack.clients(), Optional.empty(), TestScreen.surroundings().screen(), Clock.systemUTC())) {
            assertThat(audit.lastingDifferences(PATIENCE)).isEmpty();
            assertThat(voting).isNotDone();

            stack.row(Topic.DAILY_RANKING, "{\"DAY\":\"2026-11-23\",\"SONG\":\"nobody\"}", "{\"VOTES\":3}");
            assertThat(audit.lastingDifferences(PATIENCE))
                    .extracting(Difference::toString)
                    .containsExactly("daily_ranking 2026-11-23 'nobody': found 3 votes, expected no row");
        }
    }

    @Test
    void rows_are_repaired_while_votes_arrive_and_none_stays_old() throws Exception {
        stack.loseTopic(Topic.SONG_RANKING);
        stack.row(Topic.DAILY_RANKING, "{\"DAY\":\"2026-11-23\",\"SONG\":\"nobody\"}", "{\"VOTES\":3}");
        String patience = Long.toString(PATIENCE.toSeconds());
        TestScreen repair = stack.run("repair", "--yes", "--patience", patience);
        assertThat(repair.status()).as("%s", repair).isZero();
        assertThat(repair.out()).last().isEqualTo("repaired: the ranking topics are as the votes say");

        stopped.set(true);
        voting.join();
        try (Audit audit =
                new Audit(stack.clients(), Optional.empty(), TestScreen.surroundings().screen(), Clock.systemUTC())) {
            List<Difference> differences = audit.lastingDifferences(PATIENCE);
            assertThat(differences).isEmpty();
        }
    }
}
