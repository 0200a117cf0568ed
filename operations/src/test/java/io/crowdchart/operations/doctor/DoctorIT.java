package io.crowdchart.operations.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartBatch.Pulse;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.operations.ChartStack;
import io.crowdchart.operations.TestScreen;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol.Command;

/** {@code scripts/chart doctor} on a real broker and a real Redis; the steps between them are played. */
class DoctorIT {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String NOWHERE = "127.0.0.1:1";

    @TempDir
    private Path folder;

    private ChartStack stack;
    private HttpServer connect;
    private Consumer<byte[], byte[]> aggregation;
    private Consumer<byte[], byte[]> sink;

    @BeforeEach
    void start() throws Exception {
        stack = new ChartStack(folder);
        stack.makeTopics();
        connect = connect();
        aggregation = member("crowd-chart-ksql", List.of("votes", "heartbeats"));
        sink = member(
                "connect-chart-sink",
                Topic.charted().stream().map(Topic::topicName).toList());
        beat(Topic.HEARTBEATS, "bluesky", Instant.now());
        beat(Topic.PULSE, "\"bluesky\"", Instant.now());
        charts(Instant.now());
    }

    @AfterEach
    void stop() {
        aggregation.close();
        sink.close();
        connect.stop(0);
        stack.close();
    }

    @Test
    void every_link_of_a_chart_that_runs_is_good() {
        TestScreen screen = doctor();

        assertThat(screen.status()).as("%s", screen).isZero();
        assertThat(screen.out()).noneMatch(line -> line.startsWith("problem") || line.startsWith("warning"));
        assertThat(screen.out())
                .anyMatch(line -> line.matches("ok +kafka +cluster \\S+ at \\S+, 1 broker"))
                .anyMatch(line -> line.matches("ok +topics +all 12 as they should be"))
                .anyMatch(line -> line.matches("ok +connect +chart-sink and its 1 task run"))
                .anyMatch(line -> line.matches("ok +cache +answers at \\S+, .* MiB used of no limit, .* noeviction"))
                .anyMatch(line -> line.matches("not asked +elasticache +.*"))
                .anyMatch(line -> line.matches("ok +pulse +bluesky: heartbeats .* s, topic pulse .* s, cache .* s"))
                .anyMatch(line -> line.matches("ok +source +bluesky has seen posts up to .* s ago"))
                .anyMatch(line -> line.matches("ok +aggregation +crowd-chart-ksql: nothing unread"))
                .anyMatch(line -> line.matches("ok +sink +charts at their positions in 5 partitions: nothing unread"))
                .anyMatch(line -> line.matches("ok +charts +written .* ago, 1 chart; songs: all 2"))
                .anyMatch(line -> line.matches("ok +dead letters +ksql_dead_letters: none"));
    }

    @Test
    void a_topic_that_was_made_anew_is_told_by_its_id() throws Exception {
        stack.loseTopic(Topic.SONG_RANKING);

        TestScreen screen = doctor();

        assertThat(screen.status()).as("%s", screen).isEqualTo(1);
        assertThat(screen.out())
                .anyMatch(line -> line.matches("problem +sink +the position in song_ranking-0 is of a topic with the id"
                        + " \\S+, Kafka's has \\S+: it was made anew.*scripts/chart rebuild.*"));
    }

    @Test
    void a_dead_aggregation_is_found_by_the_pulse_and_by_what_nobody_reads() {
        beat(Topic.HEARTBEATS, "other", Instant.now());
        aggregation.close();
        stack.row(Topic.VOTES, "bluesky:1", "{}");
        beat(Topic.PULSE, "\"other\"", Instant.now().minusSeconds(3_600));
        stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.pulse("other"), "1700000000000000 UTC");

        TestScreen screen = doctor();

        assertThat(screen.status()).as("%s", screen).isEqualTo(1);
        assertThat(screen.out())
                .anyMatch(line -> line.matches("ok +pulse +bluesky: .*"))
                .anyMatch(line -> line.matches("problem +pulse +other: .* so the aggregation is dead.*"))
                .anyMatch(
                        line -> line.matches(
                                "problem +aggregation +crowd-chart-ksql: 1 unread, the oldest from .* ago, and nobody reads.*"));
    }

    @Test
    void letters_leftovers_marks_and_strange_keys_are_told() {
        letter("io.crowdchart.x.BadRecordException", "expected a number");
        letter("io.crowdchart.x.BadRecordException", "expected a number");
        letter("java.lang.IllegalStateException", "a secret");
        stack.redis(Command.HSET, "{chart}:rebuild:gone:titles", "a", "b");
        stack.redis(Command.SET, "{chart}:other", "x");
        stack.redis(Command.CONFIG, "SET", "maxmemory-policy", "allkeys-lru");

        TestScreen screen = doctor();

        assertThat(screen.status()).as("%s", screen).isZero();
        assertThat(screen.toString()).doesNotContain("secret");
        assertThat(screen.out())
                .anyMatch(line -> line.contains(
                        "chart_dead_letters: 3 open of 3: expected a number (2); IllegalStateException (1)"))
                .anyMatch(line -> line.matches("warning +charts +1 key is left of a rebuild.*"))
                .anyMatch(line -> line.contains("not ours, or damaged: {chart}:other"))
                .anyMatch(line -> line.matches("warning +cache .*allkeys-lru.*Expected noeviction.*"));

        stack.redis(Command.HSET, ChartKeys.STATE, ChartKeys.REBUILD, ChartKeys.ASKED, ChartKeys.REBUILD_AT, "0");
        assertThat(doctor().out()).anyMatch(line -> line.matches("problem +charts +a rebuild is asked for, since .*"));
    }

    @Test
    void an_empty_cache_and_a_failed_task_are_problems() {
        stack.redis(Command.FLUSHALL);
        connect.removeContext("/connectors/chart-sink/status");

        TestScreen screen = doctor();

        assertThat(screen.status()).as("%s", screen).isEqualTo(1);
        assertThat(screen.out())
                .anyMatch(line -> line.matches("problem +charts +there are none.*"))
                .anyMatch(line -> line.matches(
                        "problem +sink +the charts have no position in daily_ranking-0, .*, song_titles-0. The.*"))
                .anyMatch(line -> line.matches("problem +connect +there is no connector chart-sink.*"));
    }

    @Test
    void without_kafka_the_cache_is_checked_and_without_the_cache_kafka_is() {
        TestScreen noKafka = doctor("--set", "kafka.bootstrap.servers=" + NOWHERE);

        assertThat(noKafka.status()).as("%s", noKafka).isEqualTo(1);
        assertThat(noKafka.out())
                .anyMatch(line -> line.matches("problem +kafka +no answer from 127.0.0.1:1.*"))
                .anyMatch(line -> line.matches("not asked +topics +Kafka was not reached"))
                .anyMatch(line -> line.matches("ok +cache +.*"))
                .anyMatch(line -> line.matches("ok +charts +.*"))
                .anyMatch(line -> line.matches("warning +pulse +bluesky: heartbeats not asked, .*"));

        TestScreen noCache = doctor("--set", "redis.port=1");

        assertThat(noCache.out())
                .anyMatch(line -> line.matches("problem +cache +no answer from 127.0.0.1:1.*"))
                .anyMatch(line -> line.matches("not asked +sink +the cache was not reached"))
                .anyMatch(line -> line.matches("ok +aggregation +.*"));
    }

    private TestScreen doctor(String... more) {
        String[] arguments = stack.arguments(
                "doctor",
                "--set",
                "connect.url=http://127.0.0.1:" + connect.getAddress().getPort());
        return TestScreen.run(
                Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new));
    }

    private static HttpServer connect() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        for (String connector : List.of("jetstream-source", "chart-sink")) {
            server.createContext("/connectors/" + connector + "/status", exchange -> {
                byte[] body = "{\"connector\":{\"state\":\"RUNNING\"},\"tasks\":[{\"id\":0,\"state\":\"RUNNING\"}]}"
                        .getBytes(UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
        }
        server.start();
        return server;
    }

    /** A member of a consumer group that has read everything there is. */
    private Consumer<byte[], byte[]> member(String group, List<String> topics) {
        Consumer<byte[], byte[]> member = stack.clients().readerOf(group);
        member.subscribe(topics);
        Awaitility.await().atMost(LIMIT).until(() -> {
            member.poll(Duration.ofMillis(100));
            return !member.assignment().isEmpty();
        });
        member.assignment().forEach(member::position);
        member.commitSync();
        return member;
    }

    private void beat(Topic topic, String source, Instant seen) {
        long micros = seen.toEpochMilli() * 1_000;
        stack.row(topic, source, "{\"SEEN_AT\":" + micros + ",\"ZONE\":\"UTC\"}");
        if (topic == Topic.HEARTBEATS) {
            aggregation.poll(Duration.ofMillis(100));
            aggregation.assignment().forEach(partition -> aggregation.seekToEnd(List.of(partition)));
            aggregation.assignment().forEach(aggregation::position);
            aggregation.commitSync();
        }
    }

    /** Makes the charts as the sink does, up to the ends of its topics. */
    private void charts(Instant seen) throws Exception {
        Map<TopicPart, Position> starts = new HashMap<>();
        Map<TopicPart, Position> ends = new HashMap<>();
        try (Admin admin = stack.clients().admin()) {
            Map<String, TopicDescription> topics = admin.describeTopics(
                            Topic.charted().stream().map(Topic::topicName).toList())
                    .allTopicNames()
                    .get();
            topics.forEach((name, topic) -> {
                var begin = new Position(topic.topicId().toString(), 0);
                starts.put(new TopicPart(name, 0), begin);
                // What was written: one pulse, and the marker of its transaction.
                ends.put(new TopicPart(name, 0), begin.at(name.equals("pulse") ? 2 : 0));
            });
        }
        var redis = new RedisCharts(RedisConfig.node("127.0.0.1", stack.redisPort()), Clock.systemUTC());
        try (ChartWriter writer = redis.writer()) {
            ChartRebuild rebuild = writer.rebuild(starts).orElseThrow();
            TopicPart pulse = new TopicPart("pulse", 0);
            rebuild.add(new ChartBatch(
                    Map.of(pulse, new Advance(Objects.requireNonNull(starts.get(pulse)), 1)),
                    Map.of(ChartWindow.ALL_TIME, Map.of("july", 3L, "hello", 1L)),
                    Map.of("july", "July"),
                    Map.of("bluesky", new Pulse(seen.toEpochMilli() * 1_000, ZoneOffset.UTC))));
            assertThat(rebuild.finish(ends)).isTrue();
        }
    }

    private void letter(String exception, String message) {
        var letter = new ProducerRecord<byte[], byte[]>("chart_dead_letters", "k".getBytes(UTF_8), new byte[] {1});
        letter.headers().add("__connect.errors.exception.class.name", exception.getBytes(UTF_8));
        letter.headers().add("__connect.errors.exception.message", message.getBytes(UTF_8));
        stack.send(List.of(letter));
    }
}
