package io.crowdchart.cache;

import static io.crowdchart.model.chart.ChartWindow.ALL_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.crowdchart.cache.Detour.Fault;
import io.crowdchart.cache.read.ChartAnswer;
import io.crowdchart.cache.read.ChartPlace;
import io.crowdchart.cache.read.ChartQuery;
import io.crowdchart.cache.read.ChartReader;
import io.crowdchart.cache.read.ChartSongs;
import io.crowdchart.cache.read.ChartView;
import io.crowdchart.cache.read.SongsQuery;
import io.crowdchart.cache.redis.RedisCharts;
import io.crowdchart.cache.redis.RedisConfig;
import io.crowdchart.cache.write.ChartWriter;
import io.crowdchart.cache.write.WriteResult;
import io.crowdchart.embedded.redis.RedisOptions;
import io.crowdchart.embedded.redis.RedisServer;
import io.crowdchart.model.chart.ChartWindow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Protocol.Command;

/** What a reader answers, and when, while Redis is away in all the ways there are. */
class LastChartIT {

    /** What people notice; the reader itself is given a little less. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Duration OUTAGE = Duration.ofMinutes(3);
    private static final ChartQuery QUESTION = new ChartQuery(ALL_TIME, 0, 5, List.of("a"));
    private static final SongsQuery SONGS = new SongsQuery(ALL_TIME, 10);
    private static final Duration LONG = Duration.ofSeconds(1);

    /** Without a wait, on a machine with other things to do. */
    private static final Duration AT_ONCE = Duration.ofMillis(400);

    private final MovableClock clock = new MovableClock();
    private RedisOptions options;
    private RedisServer server;
    private Detour detour;
    private ChartWriter writer;
    private ChartReader reader;

    @BeforeEach
    void start(@TempDir Path data) throws IOException {
        // A killed server must have all that it confirmed: while it syncs in the background, it may not even have
        // written it.
        options = RedisOptions.keptIn(data).withSetting("appendfsync", "always");
        server = RedisServer.start(options);
        detour = new Detour(server.port());
        writer = charts(server.port()).writer();
        reader = charts(detour.port()).reader();
        Batches.begin(writer);
        write(1);
    }

    @AfterEach
    void stop() throws IOException {
        writer.close();
        reader.close();
        detour.close();
        server.close();
    }

    /** A way in which the whole server is away, and back again. */
    private record Absence(String name, Consumer<RedisServer> begin, Consumer<RedisServer> end) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Absence> absences() {
        return List.of(
                new Absence("hanging", RedisServer::pause, RedisServer::resume),
                new Absence("killed", RedisServer::kill, RedisServer::start),
                new Absence("stopped", RedisServer::stop, RedisServer::start));
    }

    @ParameterizedTest
    @MethodSource("absences")
    void a_server_that_is_away_leaves_the_last_chart_with_its_age(Absence absence) {
        try (ChartReader straight = charts(server.port()).reader()) {
            assertThat(straight.read(QUESTION)).isEqualTo(fresh(1));

            absence.begin().accept(server);
            clock.advance(OUTAGE);
            assertThat(answerInTime(straight)).isEqualTo(stale(1, OUTAGE));
            clock.advance(OUTAGE);
            assertThat(answerInTime(straight)).isEqualTo(stale(1, OUTAGE.multipliedBy(2)));

            absence.end().accept(server);
            assertThat(straight.read(QUESTION)).isEqualTo(stale(1, OUTAGE.multipliedBy(2)));
            writer.close();
            write(2);
            assertThat(straight.read(QUESTION)).isEqualTo(fresh(2));
        }
    }

    @ParameterizedTest
    @MethodSource("absences")
    void nobody_waits_for_the_songs_of_a_server_that_the_question_before_has_found_away(Absence absence) {
        try (ChartReader straight = charts(server.port()).reader()) {
            straight.read(QUESTION);
            absence.begin().accept(server);
            straight.read(QUESTION);

            long start = System.nanoTime();
            assertThat(straight.songs(SONGS, LONG)).isEqualTo(new ChartSongs.Unavailable());
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE);

            absence.end().accept(server);
            assertThat(straight.songs(SONGS, LONG)).isEqualTo(new ChartSongs.Unavailable());
            straight.read(QUESTION);
            assertThat(straight.songs(SONGS, LONG)).isInstanceOf(ChartSongs.Known.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 400})
    void whoever_has_less_time_has_the_answer_earlier(int millis) {
        try (ChartReader straight = charts(server.port()).reader()) {
            straight.read(QUESTION);
            server.pause();
            try {
                long start = System.nanoTime();
                assertThat(straight.read(QUESTION, Duration.ofMillis(millis))).isEqualTo(stale(1, Duration.ZERO));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(AT_ONCE.plusMillis(millis));
            } finally {
                server.resume();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("absences")
    void a_server_that_is_away_from_the_start_is_unavailable(Absence absence) {
        absence.begin().accept(server);
        try (ChartReader straight = charts(server.port()).reader()) {
            assertThat(answerInTime(straight)).isEqualTo(new ChartAnswer.Unavailable());
            absence.end().accept(server);
            assertThat(straight.read(QUESTION)).isEqualTo(fresh(1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-LOADING Redis is loading the dataset in memory\r\n",
                "-READONLY You can't write against a read only replica.\r\n",
                "-OOM command not allowed when used memory > 'maxmemory'.\r\n",
                "-BUSY Redis is busy running a script.\r\n",
                "-NOSCRIPT No matching script. Please use EVAL.\r\n",
                "-WRONGTYPE Operation against a key holding the wrong kind of value\r\n",
                "-MOVED 7638 127.0.0.1:1\r\n",
                "-ERR what nobody thought of\r\n",
                ":1\r\n",
                "$-1\r\n",
                "*0\r\n",
                "*6\r\n*1\r\n$3\r\n1 x\r\n:0\r\n:0\r\n*0\r\n*0\r\n*0\r\n",
                "*6\r\n*1\r\n$5\r\nnever\r\n:0\r\n:0\r\n*0\r\n*0\r\n*0\r\n",
                "HTTP/1.1 400 Bad Request\r\n\r\n"
            })
    void whatever_is_answered_in_place_of_a_chart_leaves_the_last_one(String reply) {
        for (Fault fault : List.of(Fault.saying(reply), Fault.closing(reply))) {
            assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));

            detour.let(fault);
            assertThat(answerInTime(reader)).isEqualTo(stale(1, Duration.ZERO));
            try (ChartReader newcomer = charts(detour.port()).reader()) {
                assertThat(answerInTime(newcomer)).isEqualTo(new ChartAnswer.Unavailable());
            }

            detour.let(Fault.none());
        }
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));
    }

    @Test
    void a_reply_that_comes_drop_by_drop_holds_up_nobody_for_longer_than_the_limit() {
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));
        detour.let(Fault.dripping("$1000\r\n" + "x".repeat(1_000) + "\r\n"));

        for (int i = 0; i < 2; i++) {
            assertThat(answerInTime(reader)).isEqualTo(stale(1, Duration.ZERO));
        }

        detour.let(Fault.none());
        assertThat(answerInTime(reader)).isEqualTo(fresh(1));
    }

    @Test
    void a_server_that_takes_no_connection_is_waited_for_no_longer_than_the_limit() throws IOException {
        List<Socket> waiting = new ArrayList<>();
        try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ChartReader newcomer = charts(listener.getLocalPort()).reader()) {
            fill(listener, waiting);

            assertThat(answerInTime(newcomer)).isEqualTo(new ChartAnswer.Unavailable());
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @Test
    void many_threads_that_ask_a_server_that_hangs_all_have_an_answer_in_time() {
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));
        server.pause();

        var questions = IntStream.range(0, 16)
                .mapToObj(any -> CompletableFuture.supplyAsync(
                        () -> answerInTime(reader), task -> new Thread(task, "question").start()))
                .toList();

        assertThat(questions).allSatisfy(question -> assertThat(question.join()).isEqualTo(stale(1, Duration.ZERO)));
        server.resume();
        assertThat(answerInTime(reader)).isEqualTo(fresh(1));
    }

    @Test
    void a_restart_between_two_questions_is_not_noticed() {
        for (int i = 0; i < 3; i++) {
            assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));
            server.kill();
            server.start();
        }
    }

    @Test
    void a_connection_that_was_lost_without_a_word_is_replaced_within_the_limit() {
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));

        detour.loseConnections();

        assertThat(answerInTime(reader)).isEqualTo(fresh(1));
    }

    @Test
    void every_window_has_a_last_chart_of_its_own() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), Batches.ZONE);
        ChartWindow hour = ChartWindow.Hour.at(clock.instant(), Batches.ZONE);
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));
        assertThat(reader.read(ChartQuery.top(day, 1))).isInstanceOf(ChartAnswer.Fresh.class);

        server.kill();

        assertThat(((ChartAnswer.Stale) reader.read(new ChartQuery(day, 0, 9, List.of("b")))).view())
                .satisfies(view -> {
                    assertThat(view.window()).isEqualTo(day);
                    assertThat(view.lines())
                            .containsExactly(ChartsContract.entry(1, "b", 3), ChartsContract.entry(2, "a", 2));
                    assertThat(view.places()).containsKey("b");
                });
        assertThat(reader.read(ChartQuery.top(hour, 1))).isEqualTo(new ChartAnswer.Unavailable());
    }

    @Test
    void an_earlier_chart_is_remembered_with_the_chart_it_was_asked_for_with() {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), Batches.ZONE);
        ChartWindow hour = ChartWindow.Hour.at(clock.instant(), Batches.ZONE);
        assertThat(reader.read(ChartQuery.top(ALL_TIME, 1))).isInstanceOf(ChartAnswer.Fresh.class);
        assertThat(reader.read(ChartQuery.comparison(ALL_TIME, day))).isInstanceOf(ChartAnswer.Fresh.class);

        server.kill();

        assertThat(((ChartAnswer.Stale) reader.read(ChartQuery.comparison(ALL_TIME, day))).view())
                .extracting(ChartView::earlier)
                .isEqualTo(List.of(ChartsContract.entry(1, "b", 3), ChartsContract.entry(2, "a", 2)));
        assertThat(reader.read(QUESTION)).isEqualTo(stale(1, Duration.ZERO));
        assertThat(reader.read(ChartQuery.comparison(ALL_TIME, hour))).isEqualTo(new ChartAnswer.Unavailable());
    }

    @Test
    void the_last_chart_is_the_one_of_the_last_question_give_or_take_a_second() {
        for (int version = 2; version <= 4; version++) {
            clock.advance(Duration.ofSeconds(1));
            write(version);
            assertThat(reader.read(ChartQuery.place(ALL_TIME, "nobody"))).isInstanceOf(ChartAnswer.Fresh.class);
        }
        server.kill();

        assertThat(reader.read(QUESTION)).isEqualTo(stale(4, Duration.ZERO));
    }

    @Test
    void a_state_that_is_gone_is_rebuilding_and_takes_the_last_chart_along() {
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));

        RedisChartsContract.commands(server, options, Command.FLUSHALL);
        assertThat(reader.read(QUESTION)).isEqualTo(new ChartAnswer.Rebuilding());

        server.kill();
        assertThat(reader.read(QUESTION)).isEqualTo(new ChartAnswer.Unavailable());
    }

    @Test
    void a_closed_reader_answers_from_the_last_chart() {
        assertThat(reader.read(QUESTION)).isEqualTo(fresh(1));

        reader.close();
        reader.close();

        assertThat(reader.read(QUESTION)).isEqualTo(stale(1, Duration.ZERO));
        await().untilAsserted(() -> assertThat(threads("chart-reader")).isZero());
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals(name))
                .count();
    }

    private static ChartAnswer answerInTime(ChartReader asked) {
        long start = System.nanoTime();
        ChartAnswer answer = asked.read(QUESTION);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LIMIT);
        return answer;
    }

    /** Connects to a server that accepts nobody until a connection is not even begun. */
    private static void fill(ServerSocket listener, List<Socket> waiting) throws IOException {
        try {
            while (true) {
                var socket = new Socket();
                waiting.add(socket);
                socket.connect(new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort()), 300);
            }
        } catch (SocketTimeoutException e) {
            assertThat(waiting).hasSizeGreaterThan(1);
        }
    }

    private ChartAnswer fresh(int version) {
        return new ChartAnswer.Fresh(stale(version, Duration.ZERO).view(), Duration.ZERO);
    }

    /** The answer to {@link #QUESTION} from the chart that the write to a position gives. */
    private ChartAnswer.Stale stale(int version, Duration age) {
        var first = ChartsContract.entry(1, "a", version + 1);
        var second = ChartsContract.entry(2, "b", 1);
        return new ChartAnswer.Stale(
                new ChartView(
                        ALL_TIME,
                        List.of(first, second),
                        Map.of("a", new ChartPlace(first, 1)),
                        2,
                        version + 2,
                        clock.instant().minus(age),
                        Batches.ZONE),
                age);
    }

    /** Writes the batch that leads to this position; the one before led to the position before. */
    private void write(int to) {
        ChartWindow day = ChartWindow.Day.at(clock.instant(), Batches.ZONE);
        Batches batch = to == 1 ? Batches.first(Batches.RANKING, 1) : Batches.next(Batches.RANKING, to - 1, to);
        batch.votes("a", to + 1)
                .votes("b", 1)
                .votes(day, "a", 2)
                .votes(day, "b", 3)
                .pulse("bluesky", clock.instant());
        assertThat(writer.write(batch.build())).isEqualTo(new WriteResult.Applied());
    }

    private RedisCharts charts(int port) {
        return new RedisCharts(RedisConfig.node("127.0.0.1", port), clock);
    }
}
