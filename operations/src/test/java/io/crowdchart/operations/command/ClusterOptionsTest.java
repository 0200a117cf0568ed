package io.crowdchart.operations.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.cache.redis.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ClusterOptionsTest {

    private static final Map<String, String> ENVIRONMENT = Map.of("REDIS_PASSWORD", "of another chart");
    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    @BeforeEach
    void run() throws Exception {
        Files.write(
                folder.resolve(PID + ".properties"), List.of("redis.host=127.0.0.1", "kafka.bootstrap.servers=b:9092"));
    }

    @Test
    void a_password_in_the_environment_is_not_meant_for_a_run() {
        assertThat(password()).isEmpty();
        assertThat(password("--run", Long.toString(PID), "--set", "redis.timeout=PT1S"))
                .isEmpty();
    }

    @Test
    void a_password_in_the_environment_is_meant_for_the_redis_of_settings() throws Exception {
        Path file = Files.writeString(folder.resolve("my.settings"), "redis.host=r\n");

        assertThat(password("--settings", file.toString())).contains("of another chart");
        assertThat(password("--set", "redis.host=r")).contains("of another chart");
        assertThat(password("--run", Long.toString(PID), "--set", "redis.host=r"))
                .contains("of another chart");
    }

    @Test
    void a_password_that_is_given_goes_first_and_may_be_none() {
        assertThat(password("--set", "redis.host=r", "--set", "redis.password=mine"))
                .contains("mine");
        assertThat(password("--set", "redis.host=r", "--set", "redis.password="))
                .isEmpty();
        assertThat(password("--run", Long.toString(PID), "--set", "redis.password=${env:REDIS_PASSWORD}"))
                .contains("of another chart");
    }

    private Optional<String> password(String... more) {
        String[] arguments = Stream.concat(Stream.of("--running", folder.toString()), Stream.of(more))
                .toArray(String[]::new);
        Login login = CommandLine.populateCommand(new ClusterOptions(), arguments)
                .config(ENVIRONMENT)
                .requiredRedis()
                .login();
        return login instanceof Login.Password password ? Optional.of(password.password()) : Optional.empty();
    }
}
