package io.crowdchart.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.crowdchart.embedded.process.Watchdog;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisServerIT {

    @Test
    void it_answers_when_it_is_started_and_ends_when_it_is_closed() throws IOException {
        RedisServer server = RedisServer.start(RedisOptions.inMemory());
        long pid = server.pid();

        assertThat(say(server, "PING")).isEqualTo("+PONG");
        server.close();

        assertThat(ProcessHandle.of(pid)).isEmpty();
        assertThat(FreePort.isTaken(server.port())).isFalse();
    }

    @Test
    void with_a_data_folder_nothing_is_lost_in_a_stop(@TempDir Path parent) throws IOException {
        try (RedisServer server = RedisServer.start(RedisOptions.keptIn(parent.resolve("my data")))) {
            int port = server.port();
            say(server, "SET", "song", "Hey Jude");

            server.stop();
            assertThat(FreePort.isTaken(port)).isFalse();
            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(say(server, "GET", "song")).isEqualTo("Hey Jude");
        }
    }

    @Test
    void without_a_data_folder_it_starts_empty_again_on_the_same_port() throws IOException {
        try (RedisServer server = RedisServer.start(RedisOptions.inMemory())) {
            int port = server.port();
            long pid = server.pid();
            say(server, "SET", "song", "Hey Jude");

            server.kill();
            server.start();

            assertThat(server.port()).isEqualTo(port);
            assertThat(server.pid()).isNotEqualTo(pid);
            assertThat(say(server, "DBSIZE")).isEqualTo(":0");
        }
    }

    @Test
    void a_password_is_asked_for() throws IOException {
        var options = RedisOptions.inMemory().withPassword("a \"b\" \\c");
        try (RedisServer server = RedisServer.start(options)) {
            try (var talk = new RedisTalk(server.port(), Optional.empty())) {
                assertThat(talk.say("DBSIZE")).startsWith("-NOAUTH");
            }
            try (var talk = new RedisTalk(server.port(), options.password())) {
                assertThat(talk.say("DBSIZE")).isEqualTo(":0");
            }
        }
    }

    @Test
    void a_cluster_of_one_node_has_all_slots_also_after_a_restart() throws IOException {
        try (RedisServer server = RedisServer.start(RedisOptions.inMemory().asCluster())) {
            assertThat(say(server, "CLUSTER", "INFO")).contains("cluster_slots_ok:16384");

            server.stop();
            server.start();

            assertThat(say(server, "SET", "{chart}:all", "1")).isEqualTo("+OK");
        }
    }

    @Test
    void settings_and_log_are_as_asked(@TempDir Path folder) throws IOException {
        Path log = folder.resolve("redis.log");
        var options = RedisOptions.inMemory().withSetting("maxmemory", "12mb").withLog(log);
        try (RedisServer server = RedisServer.start(options)) {
            assertThat(say(server, "INFO", "memory")).contains("maxmemory:12582912");
            assertThat(log).content().contains("Ready to accept connections");
        }
    }

    @Test
    void a_paused_server_keeps_silent_until_it_goes_on() throws IOException {
        try (RedisServer server = RedisServer.start(RedisOptions.inMemory())) {
            server.pause();
            assertThatThrownBy(() -> say(server, "PING")).isInstanceOf(SocketTimeoutException.class);

            server.resume();
            assertThat(say(server, "PING")).isEqualTo("+PONG");

            server.pause();
        }
    }

    @Test
    void a_replica_takes_the_data_of_its_primary_and_can_be_promoted() {
        try (RedisServer primary = RedisServer.start(RedisOptions.inMemory());
                RedisServer replica = RedisServer.start(RedisOptions.inMemory())) {
            primary.command("CONFIG", "SET", "repl-diskless-sync-delay", "0");
            primary.command("SET", "song", "Hey Jude");

            assertThat(replica.command("REPLICAOF", primary.host(), Integer.toString(primary.port())))
                    .isEqualTo("+OK");
            await().untilAsserted(
                            () -> assertThat(replica.command("GET", "song")).isEqualTo("Hey Jude"));
            assertThat(replica.command("SET", "song", "July")).startsWith("-READONLY");

            assertThat(replica.command("REPLICAOF", "NO", "ONE")).isEqualTo("+OK");
            assertThat(replica.command("SET", "song", "July")).isEqualTo("+OK");
        }
    }

    @Test
    void a_used_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = RedisOptions.inMemory().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> RedisServer.start(options))
                    .isInstanceOf(RedisStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use");
        }
    }

    @Test
    void a_wrong_setting_is_named() {
        var options = RedisOptions.inMemory().withSetting("no-such-setting", "1");

        assertThatThrownBy(() -> RedisServer.start(options))
                .isInstanceOf(RedisStartException.class)
                .hasMessageContaining("ended at its start");
    }

    @Test
    void a_shared_watchdog_stays_open_for_others() throws IOException {
        try (Watchdog watchdog = Watchdog.start()) {
            Path folder = watchdog.newFolder("crowd-chart-test-");
            RedisServer.start(RedisOptions.inMemory(), watchdog).close();
            try (RedisServer second = RedisServer.start(RedisOptions.inMemory(), watchdog)) {
                assertThat(say(second, "PING")).isEqualTo("+PONG");
            }
            assertThat(folder).exists();
        }
    }

    @Test
    void a_jvm_killed_with_9_leaves_no_process_and_no_folder_behind() throws Exception {
        Process jvm = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerOwner.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = jvm.inputReader()) {
            ProcessHandle watchdog = process(output.readLine());
            ProcessHandle redis = process(output.readLine());
            Path folder = Path.of(output.readLine());
            assertThat(folder).exists();

            jvm.destroyForcibly().waitFor();

            redis.onExit().get(30, TimeUnit.SECONDS);
            watchdog.onExit().get(30, TimeUnit.SECONDS);
            assertThat(folder).doesNotExist();
        } finally {
            jvm.destroyForcibly();
        }
    }

    private static ProcessHandle process(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String say(RedisServer server, String... words) throws IOException {
        try (var talk = new RedisTalk(server.port(), Optional.empty())) {
            return talk.say(words);
        }
    }

    /** Starts a server, tells the test about it, and waits for its end. */
    static final class ServerOwner {

        public static void main(String[] arguments) throws Exception {
            Watchdog watchdog = Watchdog.start();
            RedisServer server = RedisServer.start(RedisOptions.inMemory(), watchdog);
            Path folder = watchdog.newFolder("crowd-chart-owned-");
            Files.writeString(folder.resolve("file"), "text");
            System.out.println(watchdog.pid() + "\n" + server.pid() + "\n" + folder);
            Thread.currentThread().join();
        }
    }
}
