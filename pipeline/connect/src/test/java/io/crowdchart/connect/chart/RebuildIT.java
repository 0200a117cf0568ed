package io.crowdchart.connect.chart;

import static io.crowdchart.connect.chart.Records.RANKING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.connect.chart.topics.KafkaTopics;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packed sink in a real worker, and everything that can happen to a real Redis and to real topics. */
class RebuildIT {

    @TempDir
    Path folder;

    /** A day whose chart is not over yet. */
    private final String today = LocalDate.now(ZoneOffset.UTC).toString();

    private @Nullable SinkStack running;

    @AfterEach
    void stop() {
        if (running != null) {
            running.close();
        }
    }

    @Test
    void an_emptied_redis_is_whole_again_on_idle_topics_and_nobody_sees_a_part_of_a_chart() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());

        FlushRun.Figures figures = new FlushRun(stack, Integer.getInteger("songs", 20_000)).measured();

        System.out.println(figures);
        assertThat(figures.noticed()).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void a_cluster_of_one_node_is_made_anew_too() {
        SinkStack stack = start(RedisOptions.inMemory().asCluster(), Map.of());
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.awaitTruth();

        RedisFlush.all(stack.redis());

        awaitRebuild("missing", 2);
        stack.awaitTruth();
        stack.topics().votes("july", today, 4);
        stack.awaitTruth();
    }

    @Test
    void a_redis_that_comes_back_with_older_data_is_made_anew_on_idle_topics() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());
        stack.topics().votes("july", today, 3);
        stack.topics().votes("quiet", today, 1);
        stack.runSink();
        stack.awaitTruth();
        stack.redis().stop();
        copy(folder.resolve("redis"), folder.resolve("older"));
        stack.redis().start();
        stack.topics().votes("july", today, 5);
        stack.topics().votes("quiet", today, 0);
        stack.awaitTruth();

        stack.redis().stop();
        delete(folder.resolve("redis"));
        copy(folder.resolve("older"), folder.resolve("redis"));
        stack.redis().start();

        awaitRebuild("behind", 1);
        stack.awaitTruth();
        assertThat(stack.status().running()).isTrue();
    }

    @Test
    void a_topic_that_is_deleted_and_made_anew_is_a_new_chart() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());
        for (int votes = 1; votes <= 5; votes++) {
            stack.topics().votes("july", today, votes);
        }
        stack.runSink();
        stack.awaitTruth();

        stack.makeAnew(Topic.DAILY_RANKING);
        stack.topics().forget(ChartWindow.named(today));
        stack.topics().votes("imagine", today, 1);

        stack.awaitTruth();
        stack.topics().votes("imagine", today, 2);
        stack.awaitTruth();
    }

    @Test
    void a_null_value_that_was_really_compacted_away_is_not_missed() {
        SinkStack stack = start(
                RedisOptions.inMemory(),
                Map.of(
                        "delete.retention.ms", "10000",
                        "segment.ms", "500",
                        "min.cleanable.dirty.ratio", "0.001"));
        stack.topics().votes("july", today, 3);
        stack.topics().votes("quiet", today, 1);
        stack.runSink();
        stack.awaitTruth();
        stack.stopSink();

        stack.topics().votes("quiet", today, 0);
        Instant stopped = Instant.now();
        awaitForgotten(stack, "\"quiet\"");
        // So short a time is taken for a minute, half of which the charts are trusted.
        await().atMost(SinkStack.LIMIT).until(() -> Instant.now().isAfter(stopped.plusSeconds(31)));
        stack.resumeSink();

        stack.awaitTruth();
        assertThat(SinkMetrics.rebuilds("too-old")).isGreaterThanOrEqualTo(1);
    }

    @Test
    void two_tasks_share_the_topics_and_one_of_them_makes_the_charts_anew() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());
        stack.topics().votes("july", today, 3);
        stack.runSink(2);
        stack.awaitTruth();
        assertThat(stack.status().tasks()).hasSize(2);

        RedisFlush.all(stack.redis());
        stack.awaitTruth();
        stack.topics().votes("july", today, 4);
        stack.awaitTruth();

        RedisFlush.all(stack.redis());
        stack.worker().rest().restart("chart-sink");
        stack.topics().votes("hey jude", today, 2);
        stack.awaitTruth();
        stack.runSink(1);
        stack.topics().votes("hey jude", today, 3);
        stack.awaitTruth();
        assertThat(stack.status().running()).isTrue();
    }

    @Test
    void two_tasks_with_a_partition_each_of_the_same_topics_make_one_chart_of_both() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());
        stack.addPartition(Topic.SONG_RANKING, Topic.DAILY_RANKING);
        stack.topics().manySongs(100, today);
        stack.runSink(2);
        stack.awaitTruth();
        List<TopicPart> both = List.of(RANKING, new TopicPart(RANKING.topic(), 1));
        try (ChartWriter writer = new RedisCharts(stack.redisConfig(), Clock.systemUTC()).writer()) {
            assertThat(writer.look(both).places().values())
                    .hasSize(2)
                    .allSatisfy(place -> assertThat(place.position().offset()).isPositive());
        }
        long rebuilds = SinkMetrics.rebuilds("missing");

        RedisFlush.all(stack.redis());
        awaitRebuild("missing", (int) rebuilds + 1);
        stack.awaitTruth();

        for (int song = 1; song <= 10; song++) {
            stack.topics().votes("song " + song, today, 1_000L + song);
        }
        stack.awaitTruth();
    }

    @Test
    void a_task_that_was_frozen_while_others_went_on_changes_nothing() {
        SinkStack stack = start(RedisOptions.inMemory(), Map.of());
        stack.topics().votes("july", today, 3);
        stack.runSink();
        stack.awaitTruth();
        ChartSinkTask zombie = zombie(stack);
        zombie.put(List.of());
        await().atMost(SinkStack.LIMIT).untilAsserted(() -> {
            zombie.put(List.of());
            assertThat(zombie.preCommit(Map.of(Records.partition(RANKING), new OffsetAndMetadata(100))))
                    .isNotEmpty();
        });
        long next = offset(stack);

        stack.topics().votes("july", today, 5);
        stack.topics().votes("hey jude", today, 1);
        stack.awaitTruth();
        zombie.put(List.of(Records.ranking(next, "july", 4), Records.ranking(next + 1, "nobody", 9)));

        // Not only in the end: the sink would mend it.
        stack.topics().requireTruthOf(stack.reader());
        zombie.stop();
        assertThat(stack.status().running()).isTrue();
    }

    private static ChartSinkTask zombie(SinkStack stack) {
        Clock clock = Clock.systemUTC();
        ChartSinkTask zombie = new ChartSinkTask(
                clock,
                redis -> new RedisCharts(stack.redisConfig(), clock).writer(),
                config -> new KafkaTopics(config.kafka(), config.topics(), config.group(), clock),
                Runnable::run);
        zombie.initialize(mock(SinkTaskContext.class));
        zombie.start(Map.of(
                "name", "chart-sink",
                "topics", "song_ranking,daily_ranking,hourly_ranking,song_titles,pulse",
                "chart.redis.host", "localhost",
                "chart.kafka.bootstrap.servers", stack.broker().bootstrapServers()));
        zombie.open(List.of(Records.partition(RANKING)));
        return zombie;
    }

    private static long offset(SinkStack stack) {
        try (ChartWriter writer = new RedisCharts(stack.redisConfig(), Clock.systemUTC()).writer()) {
            return Objects.requireNonNull(writer.look(List.of(RANKING)).places().get(RANKING))
                    .position()
                    .offset();
        }
    }

    private SinkStack start(RedisOptions redis, Map<String, String> topicConfigs) {
        SinkStack stack = SinkStack.start(folder, redis, topicConfigs);
        running = stack;
        stack.topics().pulse(Instant.now().toEpochMilli() * 1000);
        return stack;
    }

    private static void awaitRebuild(String reason, int count) {
        await().atMost(SinkStack.LIMIT)
                .untilAsserted(() -> assertThat(SinkMetrics.rebuilds(reason)).isGreaterThanOrEqualTo(count));
    }

    /** Waits until no record of a key is left, while others come so that the log has something to clean. */
    private void awaitForgotten(SinkStack stack, String key) {
        await().atMost(SinkStack.LIMIT.multipliedBy(2))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    stack.topics().votes("july", today, 4);
                    assertThat(BareRead.of(stack.broker().bootstrapServers(), Topic.SONG_RANKING)
                                    .keys())
                            .doesNotContain(key);
                });
    }

    private static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path path) {
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
