package io.crowdchart.operations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.crowdchart.cache.redis.ChartKeys;
import io.crowdchart.embedded.kafka.KafkaBroker;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import io.crowdchart.model.chart.SongVotes;
import io.crowdchart.model.topic.Column;
import io.crowdchart.model.topic.Topic;
import io.crowdchart.model.vote.BallotBox;
import io.crowdchart.model.vote.Vote;
import io.crowdchart.operations.count.Line;
import io.crowdchart.operations.kafka.KafkaClients;
import io.crowdchart.operations.ranking.RowBytes;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;

/** A real broker and a real Redis, with votes, and with the rankings and charts that a ballot box makes of them. */
public final class ChartStack implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final KafkaBroker broker;
    private final RedisServer redis;
    private final KafkaClients clients;
    private final BallotBox truth = new BallotBox();
    private final Set<ChartWindow> windows = new HashSet<>();

    public ChartStack(Path folder) {
        this.broker = KafkaBroker.start(folder);
        this.redis = RedisServer.start(RedisOptions.inMemory());
        this.clients = new KafkaClients(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    /** All topics of the pipeline, as they should be. */
    public void makeTopics() {
        broker.createTopics(Arrays.stream(Topic.values())
                .map(topic -> new NewTopic(topic.topicName(), topic.partitions(), (short) 1).configs(topic.configs()))
                .toList());
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public int redisPort() {
        return redis.port();
    }

    public KafkaClients clients() {
        return clients;
    }

    /** Runs a subcommand on this stack. */
    public TestScreen run(String subcommand, String... more) {
        return TestScreen.run(arguments(subcommand, more));
    }

    /** The arguments that lead a subcommand here. */
    public String[] arguments(String subcommand, String... more) {
        return Stream.concat(
                        Stream.of(
                                subcommand,
                                "--set",
                                "kafka.bootstrap.servers=" + broker.bootstrapServers(),
                                "--set",
                                "redis.host=" + redis.host(),
                                "--set",
                                "redis.port=" + redis.port()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** The votes of posts, into the topic; null takes one back. */
    public void vote(Map<String, @Nullable Vote> votes) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        votes.forEach((post, vote) -> {
            if (vote == null) {
                truth.retract(post);
            } else {
                truth.cast(post, vote);
                windows.addAll(vote.windows());
            }
            records.add(new ProducerRecord<>(
                    Topic.VOTES.topicName(), post.getBytes(UTF_8), vote == null ? null : value(vote)));
        });
        send(records);
    }

    /** Writes what the votes make: rankings, titles, charts. */
    public void fill() {
        fillRankings();
        fillCache();
    }

    /** The rankings and titles alone. */
    public void fillRankings() {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (ChartWindow window : windows) {
            for (SongVotes song : truth.count(window)) {
                Line line = line(window, song.song().key());
                records.add(new ProducerRecord<>(
                        line.ranking().topicName(), RowBytes.key(line), RowBytes.votes(song.votes())));
            }
        }
        truth.count(ChartWindow.ALL_TIME)
                .forEach(song -> records.add(new ProducerRecord<>(
                        Topic.SONG_TITLES.topicName(),
                        RowBytes.titleKey(song.song().key()),
                        RowBytes.title(song.song().title()))));
        send(records);
    }

    private void fillCache() {
        redis(Command.FLUSHALL);
        Instant now = Instant.now();
        for (ChartWindow window : windows) {
            boolean over = window.expiresAt().filter(end -> end.isBefore(now)).isPresent();
            List<SongVotes> songs = truth.count(window);
            if (!over && !songs.isEmpty()) {
                fill(window, songs);
            }
        }
    }

    private void fill(ChartWindow window, List<SongVotes> songs) {
        List<String> scores = new ArrayList<>(List.of(ChartKeys.chart(window)));
        List<String> titles = new ArrayList<>(List.of(ChartKeys.TITLES));
        for (SongVotes song : songs) {
            scores.addAll(List.of(Long.toString(-song.votes()), song.song().key()));
            titles.addAll(List.of(song.song().key(), song.song().title()));
        }
        redis(Command.ZADD, scores.toArray(String[]::new));
        redis(Command.HSET, titles.toArray(String[]::new));
        long total = songs.stream().mapToLong(SongVotes::votes).sum();
        redis(Command.HSET, ChartKeys.STATE, ChartKeys.total(window), Long.toString(total));
        window.expiresAt()
                .ifPresent(
                        end -> redis(Command.EXPIREAT, ChartKeys.chart(window), Long.toString(end.getEpochSecond())));
    }

    /** The votes of a song, as they should be. */
    public long votes(ChartWindow window, String song) {
        return truth.count(window).stream()
                .filter(line -> line.song().key().equals(song))
                .mapToLong(SongVotes::votes)
                .sum();
    }

    /** Writes one row of a topic; null removes it. */
    public void row(Topic topic, String key, @Nullable String value) {
        send(List.of(new ProducerRecord<>(
                topic.topicName(), key.getBytes(UTF_8), value == null ? null : value.getBytes(UTF_8))));
    }

    /** Deletes a topic, and makes it again, empty. */
    public void loseTopic(Topic topic) throws ExecutionException, InterruptedException {
        deleteTopic(topic);
        makeTopics();
    }

    /** Deletes a topic, and waits until the broker knows. */
    public void deleteTopic(Topic topic) throws ExecutionException, InterruptedException {
        try (Admin admin = clients.admin()) {
            admin.deleteTopics(List.of(topic.topicName())).all().get();
            await().atMost(LIMIT).until(() -> !admin.listTopics().names().get().contains(topic.topicName()));
        }
    }

    /** Says something to Redis. */
    public Object redis(Command command, String... arguments) {
        var config = DefaultJedisClientConfig.builder()
                .serverDefaultProtocol()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        try (var connection = new Connection(new HostAndPort(redis.host(), redis.port()), config.build())) {
            var line = new CommandArguments(command);
            List.of(arguments).forEach(line::add);
            return connection.executeCommand(line);
        }
    }

    /** Sends records in one transaction; when it returns, everybody can see them. */
    public synchronized void send(List<ProducerRecord<byte[], byte[]>> records) {
        try (Producer<byte[], byte[]> producer = clients.writer("test")) {
            producer.initTransactions();
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                Future<RecordMetadata> unused = producer.send(record);
            }
            producer.commitTransaction();
        }
        // A promised commit can be seen a moment later; the next of the same name has to wait for it.
        try (Producer<byte[], byte[]> next = clients.writer("test")) {
            next.initTransactions();
        }
    }

    static Line line(ChartWindow window, String song) {
        if (window instanceof ChartWindow.Day) {
            return Line.daily(window.name(), song);
        }
        return window instanceof ChartWindow.Hour ? Line.hourly(window.name(), song) : Line.allTime(song);
    }

    /** A vote as the source writes it. */
    public static byte[] value(Vote vote) {
        return MAPPER.createObjectNode()
                .put(Column.VOTER, vote.voter())
                .put(Column.SONG, vote.song().key())
                .put(Column.TITLE, vote.song().title())
                .put(Column.DAY, vote.day().name())
                .put(Column.HOUR, vote.hour().name())
                .toString()
                .getBytes(UTF_8);
    }

    @Override
    public void close() {
        redis.close();
        broker.close();
    }
}
