package io.crowdchart.local.cost;

import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.Advance;
import io.crowdchart.cache.write.ChartBatch;
import io.crowdchart.cache.write.ChartRebuild;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.Position;
import io.crowdchart.cache.write.TopicPart;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.embedded.process.Watchdog;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.ksql.ChartStreamsConfig;
import io.crowdchart.ksql.ChartTopology;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.topic.Topic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import redis.clients.jedis.RedisClient;

/**
 * What votes cost: bytes in the topics, in the tables of the aggregation on disk, and in Redis. Real servers, real topology.
 * Prints tables; the figures are in the decision record on storage. Arguments: days, votes a day, seed.
 */
public final class StorageBench {

    private static final Position START = new Position("bench", 0);
    private static final TopicPart PART = new TopicPart(Topic.SONG_RANKING.topicName(), 0);

    private StorageBench() {}

    /** Runs it. */
    public static void main(String... args) throws Exception {
        int days = args.length > 0 ? Integer.parseInt(args[0]) : 7;
        int votesADay = args.length > 1 ? Integer.parseInt(args[1]) : 10_000;
        long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
        System.out.printf(Locale.ROOT, "%d days, %d votes a day, seed %d%n", days, votesADay, seed);
        SampleVotes votes = new SampleVotes(seed, days, votesADay);
        try (Watchdog watchdog = Watchdog.start()) {
            Path folder = watchdog.newFolder("crowd-chart-cost-");
            measureKafka(folder, votes);
            measureRedis(watchdog, votes);
        }
    }

    private static void measureKafka(Path folder, SampleVotes votes) throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("kafka"))) {
            broker.createTopics(Arrays.stream(Topic.values())
                    .map(topic ->
                            new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs()))
                    .toList());
            produce(broker, votes);
            Properties settings = new Properties();
            settings.putAll(new ChartStreamsConfig(
                            broker.bootstrapServers(),
                            folder.resolve("streams"),
                            ChartStreamsConfig.APPLICATION_ID,
                            Duration.ofSeconds(1),
                            ChartStreamsConfig.Stores.ON_DISK,
                            1)
                    .toProperties());
            try (KafkaStreams streams = new KafkaStreams(ChartTopology.create(), settings)) {
                streams.start();
                awaitEnd(broker, votes);
            }
            printTopics(broker, folder.resolve("kafka"), votes.count());
            System.out.printf(
                    Locale.ROOT,
                    "tables on disk: %,d bytes, %.0f a vote%n",
                    size(folder.resolve("streams")),
                    size(folder.resolve("streams")) / (double) votes.count());
        }
    }

    private static void produce(KafkaBroker broker, SampleVotes votes) throws Exception {
        List<Future<?>> sent = new ArrayList<>();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 20),
                new StringSerializer(),
                new StringSerializer())) {
            votes.forEach(
                    (post, row) -> sent.add(producer.send(new ProducerRecord<>(Topic.VOTES.topicName(), post, row))));
        }
        for (Future<?> record : sent) {
            record.get();
        }
    }

    /** The sum of the all-time chart is the number of ballots. */
    private static void awaitEnd(KafkaBroker broker, SampleVotes votes) throws InterruptedException {
        long expected = votes.ballots();
        try (var rows = new Rows(broker.bootstrapServers())) {
            long counted = 0;
            while (counted != expected) {
                TimeUnit.MILLISECONDS.sleep(500);
                counted = rows.of(Topic.SONG_RANKING.topicName()).values().stream()
                        .mapToLong(row -> Long.parseLong(new String(row, StandardCharsets.UTF_8).replaceAll("\\D", "")))
                        .sum();
            }
        }
    }

    private static void printTopics(KafkaBroker broker, Path log, long votes) throws Exception {
        Set<String> topics;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            topics = new TreeSet<>(admin.listTopics().names().get());
        }
        System.out.printf("%-70s %9s %9s %9s %11s%n", "topic", "rows", "a vote", "bytes/row", "log bytes");
        double live = 0;
        for (String topic : topics) {
            try (var rows = new Rows(broker.bootstrapServers())) {
                Map<String, byte[]> found = rows.of(topic);
                long bytes = found.entrySet().stream()
                        .mapToLong(row -> row.getKey().length() + row.getValue().length)
                        .sum();
                live += bytes;
                System.out.printf(
                        Locale.ROOT,
                        "%-70s %,9d %9.1f %9.1f %,11d%n",
                        topic,
                        found.size(),
                        bytes / (double) votes,
                        found.isEmpty() ? 0 : bytes / (double) found.size(),
                        logSize(log, topic));
            }
        }
        System.out.printf(Locale.ROOT, "rows of all topics, keys and values: %.0f bytes a vote%n", live / votes);
    }

    private static long logSize(Path log, String topic) throws IOException {
        try (Stream<Path> folders = Files.list(log)) {
            long size = 0;
            for (Path folder : folders.filter(
                            path -> path.getFileName().toString().matches(Pattern.quote(topic) + "-\\d+"))
                    .toList()) {
                try (Stream<Path> files = Files.list(folder)) {
                    size += files.filter(file -> file.toString().endsWith(".log"))
                            .mapToLong(file -> file.toFile().length())
                            .sum();
                }
            }
            return size;
        }
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void measureRedis(Watchdog watchdog, SampleVotes votes) {
        try (RedisServer server = RedisServer.start(RedisOptions.inMemory(), watchdog);
                RedisClient client = RedisClient.create(server.host(), server.port());
                ChartWriter writer =
                        new RedisCharts(RedisConfig.node(server.host(), server.port()), Clock.systemUTC()).writer()) {
            Map<ChartWindow, Map<String, Long>> charts = votes.charts();
            ChartRebuild rebuild = writer.rebuild(Map.of(PART, START)).orElseThrow();
            rebuild.add(new ChartBatch(Map.of(PART, new Advance(START, 1)), charts, votes.titles(), Map.of()));
            rebuild.finish(Map.of(PART, START.at(1)));
            Map<String, long[]> sums = new TreeMap<>(Comparator.reverseOrder());
            for (ChartWindow window : charts.keySet()) {
                String key = "{chart}:" + window.name();
                if (client.exists(key)) {
                    long[] sum = sums.computeIfAbsent(window.getClass().getSimpleName(), any -> new long[3]);
                    sum[0]++;
                    sum[1] += client.zcard(key);
                    sum[2] += Objects.requireNonNullElse(client.memoryUsage(key, 0), 0L);
                }
            }
            System.out.printf("%-10s %7s %9s %12s %11s%n", "charts", "number", "songs", "bytes", "bytes/song");
            sums.forEach((kind, sum) -> System.out.printf(
                    Locale.ROOT,
                    "%-10s %7d %9d %,12d %11.1f%n",
                    kind,
                    sum[0],
                    sum[1],
                    sum[2],
                    sum[2] / (double) sum[1]));
            for (String key : List.of("{chart}:titles", "{chart}:state")) {
                System.out.printf(Locale.ROOT, "%-18s %9d %,12d%n", key, client.hlen(key), client.memoryUsage(key, 0));
            }
        }
    }

    /** The newest row of every key of a topic. */
    private static final class Rows implements AutoCloseable {

        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Map<String, byte[]> rows = new HashMap<>();

        private Rows(String bootstrapServers) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers", bootstrapServers,
                            "isolation.level", "read_committed",
                            "auto.offset.reset", "earliest",
                            "max.poll.records", 10_000,
                            "enable.auto.commit", "false"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
        }

        private Map<String, byte[]> of(String topic) {
            if (consumer.assignment().isEmpty()) {
                consumer.assign(consumer.partitionsFor(topic).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList());
            }
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.ISO_8859_1);
                    if (record.value() == null) {
                        rows.remove(key);
                    } else {
                        rows.put(key, record.value());
                    }
                }
            }
            return rows;
        }

        @Override
        public void close() {
            consumer.close();
        }
    }
}
