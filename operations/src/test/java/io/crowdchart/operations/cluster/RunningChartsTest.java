package io.crowdchart.operations.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningChartsTest {

    private static final Map<String, String> SETTINGS =
            Map.of("kafka.bootstrap.servers", "127.0.0.1:9092", "redis.host", "a\\b", "connect.url", "http://c:1/");

    @TempDir
    private Path folder;

    @Test
    void what_is_registered_is_found_until_it_is_taken_away() {
        Path missing = folder.resolve("running");
        RunningCharts running = new RunningCharts(missing);
        assertThat(running.alive()).isEmpty();
        try (RunningCharts.Registration registration = running.register(SETTINGS)) {
            assertThat(registration).isNotNull();
            assertThat(running.alive()).isEqualTo(Map.of(ProcessHandle.current().pid(), SETTINGS));
        }
        assertThat(running.alive()).isEmpty();
        assertThat(missing).isEmptyDirectory();
    }

    @Test
    void the_file_of_a_process_that_is_gone_is_removed() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path file = Files.writeString(folder.resolve(gone.pid() + ".properties"), "redis.host=r\n");
        Path other = Files.writeString(folder.resolve("notes.txt"), "not ours");
        assertThat(new RunningCharts(folder).alive()).isEmpty();
        assertThat(file).doesNotExist();
        assertThat(other).exists();
    }

    @Test
    void a_younger_process_with_the_same_number_is_another_one() throws Exception {
        long pid = ProcessHandle.current().pid();
        Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
        Path file = Files.writeString(
                folder.resolve(pid + ".properties"),
                "process.started=" + start.minus(Duration.ofMinutes(1)) + "\nredis.host=r\n");

        assertThat(new RunningCharts(folder).alive()).isEmpty();
        assertThat(file).exists();
    }

    @Test
    void a_file_whose_time_was_changed_is_still_that_of_its_process() throws Exception {
        RunningCharts running = new RunningCharts(folder);
        try (RunningCharts.Registration registration = running.register(SETTINGS)) {
            assertThat(registration).isNotNull();
            Path file = folder.resolve(ProcessHandle.current().pid() + ".properties");
            Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

            assertThat(running.alive()).containsEntry(ProcessHandle.current().pid(), SETTINGS);
        }
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> RunningCharts.read(folder.resolve("none.properties")))
                .isInstanceOf(WrongUseException.class)
                .hasMessageContaining("expected a properties file with settings, " + folder.resolve("none.properties"));
    }
}
