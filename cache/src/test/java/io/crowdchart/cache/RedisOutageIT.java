package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.redis.Login;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisBusyException;
import redis.clients.jedis.exceptions.JedisDataException;

class RedisOutageIT {

    private static final Duration CONNECT = Duration.ofMillis(400);
    private static final Duration COMMAND = Duration.ofMillis(600);
    private static final ChartQuery QUESTION = ChartQuery.top(ALL_TIME, 5);

    private final MovableClock clock = new MovableClock();
    private RedisOptions options;
    private RedisServer server;
    private ChartWriter writer;
    private ChartReader reader;

    @BeforeEach
    void start(@TempDir Path data) {
        options = RedisOptions.keptIn(data);
        server = RedisServer.start(options);
        RedisCharts charts = charts(server.port(), false);
        writer = charts.writer();
        reader = charts.reader();
        Batches.begin(writer);
        write(1);
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
    }

    @AfterEach
    void stop() {
        writer.close();
        reader.close();
        server.close();
    }

    @Test
    void a_stopped_cache_is_stale_for_readers_and_fresh_when_it_is_back() {
        server.stop();
        for (int i = 0; i < 2; i++) {
            assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Stale.class);
            assertUnavailable();
        }

        server.start();

        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
        write(2);
        server.stop();
        server.start();
        // The writer finds its connection broken, says so, and has another one the next time.
        assertUnavailable();
        write(3);
    }

    @Test
    void a_cache_that_hangs_is_unavailable_for_writers_within_the_time_outs() {
        server.pause();

        long start = System.nanoTime();
        assertUnavailable();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(CONNECT.plus(COMMAND).plusMillis(500));

        server.resume();
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
    }

    @Test
    void songs_are_waited_for_no_longer_than_was_said_and_are_named_again_afterwards() {
        SongsQuery songs = new SongsQuery(ALL_TIME, 10);
        assertThat(reader.songs(songs, Duration.ofSeconds(1))).isInstanceOf(ChartSongs.Known.class);
        server.pause();

        long start = System.nanoTime();
        assertThat(reader.songs(songs, Duration.ofMillis(200))).isEqualTo(new ChartSongs.Unavailable());
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(700));

        server.resume();
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
        assertThat(reader.songs(songs, Duration.ofSeconds(1))).isInstanceOf(ChartSongs.Known.class);
        server.stop();
        assertThat(reader.songs(songs, Duration.ofSeconds(1))).isEqualTo(new ChartSongs.Unavailable());
    }

    @Test
    void nothing_connects_before_the_first_call() {
        RedisCharts nowhere = charts(1, false);

        try (var lateReader = nowhere.reader();
                var lateWriter = nowhere.writer()) {
            assertThat(lateReader.read(QUESTION)).isEqualTo(new ChartAnswer.Unavailable());
            assertThatThrownBy(() -> lateWriter.write(batch(5).build())).isInstanceOf(CacheUnavailableException.class);
        }
    }

    @Test
    void a_batch_that_does_not_fit_into_memory_changes_nothing() {
        say(Command.CONFIG, "SET", "maxmemory", "1");
        say(Command.CONFIG, "SET", "maxmemory-policy", "noeviction");
        assertUnavailable();

        say(Command.CONFIG, "SET", "maxmemory", "0");
        assertThat(writer.look(List.of(Batches.RANKING)).places().values())
                .singleElement()
                .satisfies(place -> assertThat(place.position().offset()).isEqualTo(1));
        write(2);
    }

    @Test
    void a_replica_without_its_master_is_unavailable() {
        say(Command.REPLICAOF, "127.0.0.1", "1");
        assertUnavailable();

        say(Command.CONFIG, "SET", "replica-serve-stale-data", "no");
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Stale.class);

        say(Command.REPLICAOF, "NO", "ONE");
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
        write(2);
    }

    @Test
    void a_master_that_misses_its_replicas_is_unavailable_for_writing() {
        say(Command.CONFIG, "SET", "min-replicas-to-write", "1");
        assertUnavailable();
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);

        say(Command.CONFIG, "SET", "min-replicas-to-write", "0");
        write(2);
    }

    @Test
    void a_cache_busy_with_another_script_is_unavailable() {
        say(Command.CONFIG, "SET", "lua-time-limit", "20");
        var endless = CompletableFuture.runAsync(
                () -> say(Command.EVAL, "while true do end", "0"), task -> new Thread(task, "endless script").start());
        await().untilAsserted(() -> assertThatThrownBy(() -> say(Command.PING)).isInstanceOf(JedisBusyException.class));
        assertUnavailable();
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Stale.class);

        say(Command.SCRIPT, "KILL");
        assertThatThrownBy(endless::join).hasCauseInstanceOf(JedisDataException.class);
        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Fresh.class);
    }

    @Test
    void a_cluster_without_its_slots_is_unavailable() {
        var clusterOptions = RedisOptions.inMemory().asCluster();
        try (RedisServer node = RedisServer.start(clusterOptions);
                var clusterReader = charts(node.port(), true).reader()) {
            assertThat(clusterReader.read(QUESTION)).isEqualTo(new ChartAnswer.Rebuilding());

            RedisChartsContract.commands(node, clusterOptions, Command.CLUSTER, "FLUSHSLOTS");

            assertThat(clusterReader.read(QUESTION)).isEqualTo(new ChartAnswer.Unavailable());
        }
    }

    @Test
    void too_many_clients_make_the_cache_unavailable() {
        try (var other = charts(server.port(), false).reader()) {
            say(Command.CONFIG, "SET", "maxclients", "2");

            assertThat(other.read(QUESTION)).isEqualTo(new ChartAnswer.Unavailable());
        }
    }

    @Test
    void what_is_no_outage_is_a_bug_that_a_writer_throws_and_a_reader_keeps_from_people() {
        say(Command.HSET, "{chart}:state", "votes:all", "not a number");

        assertThat(reader.read(QUESTION)).isInstanceOf(ChartAnswer.Stale.class);
        assertThatThrownBy(() -> writer.write(batch(2).build())).isInstanceOf(JedisDataException.class);
    }

    private void assertUnavailable() {
        assertThatThrownBy(() -> writer.write(batch(2).build())).isInstanceOf(CacheUnavailableException.class);
    }

    /** Writes the batch that leads to this position; the one before led to the position before. */
    private void write(long to) {
        assertThat(writer.write(batch(to).build())).isEqualTo(new WriteResult.Applied());
    }

    private Batches batch(long to) {
        Batches batch = to == 1 ? Batches.first(Batches.RANKING, 1) : Batches.next(Batches.RANKING, to - 1, to);
        return batch.votes("a", to).pulse("bluesky", clock.instant());
    }

    private Object say(Command command, String... arguments) {
        return RedisChartsContract.commands(server, options, command, arguments);
    }

    private RedisCharts charts(int port, boolean cluster) {
        var config = new RedisConfig("127.0.0.1", port, cluster, false, Login.none(), CONNECT, COMMAND);
        return new RedisCharts(config, clock);
    }
}
