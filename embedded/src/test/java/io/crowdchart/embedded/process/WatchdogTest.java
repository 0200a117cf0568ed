package io.crowdchart.embedded.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchdogTest {

    private Watchdog watchdog;
    private Process sleeper;

    @BeforeEach
    void start() throws IOException {
        watchdog = Watchdog.start();
        sleeper = new ProcessBuilder("/bin/sh", "-c", "exec sleep 170").start();
    }

    @AfterEach
    void end() {
        sleeper.destroyForcibly();
        watchdog.close();
    }

    @Test
    void closing_ends_a_guarded_process_and_removes_a_guarded_folder_with_its_files() throws Exception {
        watchdog.guardProcess(sleeper.pid());
        Path folder = watchdog.newFolder("crowd-chart test ");
        Files.writeString(Files.createDirectories(folder.resolve("a b/c")).resolve("file"), "text");

        watchdog.close();

        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(folder).doesNotExist();
        assertThat(ProcessHandle.of(watchdog.pid())).isEmpty();
    }

    @Test
    void what_is_forgotten_stays(@TempDir Path parent) throws Exception {
        Path folder = Files.createDirectory(parent.resolve("kept"));
        Path longer = Files.createDirectory(parent.resolve("kept too"));
        watchdog.guardProcess(sleeper.pid());
        watchdog.guardFolder(folder);
        watchdog.guardFolder(longer);

        watchdog.forgetProcess(sleeper.pid());
        watchdog.forgetFolder(folder);
        watchdog.close();

        assertThat(sleeper.isAlive()).isTrue();
        assertThat(folder).exists();
        assertThat(longer).doesNotExist();
    }

    @Test
    void a_process_that_only_has_the_pid_of_a_guarded_one_lives() {
        watchdog.guardProcess(sleeper.pid(), "12345");

        watchdog.close();

        assertThat(sleeper.isAlive()).isTrue();
    }

    @Test
    void a_process_that_does_not_listen_to_term_is_killed() throws Exception {
        Process deaf = new ProcessBuilder("/bin/sh", "-c", "trap '' TERM; echo ready; exec sleep 170").start();
        try (var output = deaf.inputReader()) {
            assertThat(output.readLine()).isEqualTo("ready");
            watchdog.guardProcess(deaf.pid());

            watchdog.close();

            assertThat(deaf.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(deaf.exitValue()).isEqualTo(128 + 9);
        } finally {
            deaf.destroyForcibly();
        }
    }

    @Test
    void signals_that_end_the_others_do_not_end_it() throws Exception {
        watchdog.guardProcess(sleeper.pid());

        for (String signal : List.of("INT", "TERM", "HUP")) {
            new ProcessBuilder("/bin/sh", "-c", "kill -s " + signal + " " + watchdog.pid())
                    .start()
                    .waitFor();
        }

        watchdog.guardProcess(sleeper.pid());
        watchdog.close();
        assertThat(sleeper.waitFor(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void folders_that_are_not_new_are_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("precious"), "text");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), empty);

        for (Path refused : List.of(
                Path.of("/"),
                Path.of("/tmp"),
                Path.of("relative"),
                folder,
                link,
                folder.resolve("empty/../empty"),
                folder.resolve("missing"))) {
            assertThatThrownBy(() -> watchdog.guardFolder(refused))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cannot be guarded");
        }
    }
}
