package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What starts ksqlDB, in folders as images have them or have had them. */
@Timeout(60)
class StartKsqlTest {

    private static final String SAYS = """
            #!/usr/bin/env bash
            echo "%s for $COMPONENT in ${0%%/*}"
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docker", "docker/server", "docker/docker-server", "docker-server"})
    void the_scripts_of_the_image_are_found_wherever_they_are(String place) throws Exception {
        image(place, "configure", "launch", "ensure");

        assertThat(start(0))
                .containsExactly(
                        "configure for ksqldb-server in " + folder.resolve(place),
                        "launch for ksqldb-server in " + folder.resolve(place));
    }

    @Test
    void those_of_the_server_go_before_those_that_serve_both() throws Exception {
        image("docker", "configure", "launch");
        image("docker/cli", "configure", "launch");
        image("docker/server", "configure", "launch");

        assertThat(start(0)).last().asString().endsWith("in " + folder.resolve("docker/server"));
    }

    @Test
    void what_cannot_be_configured_is_not_launched() throws Exception {
        image("docker/server", "configure", "launch");
        Files.writeString(folder.resolve("docker/server/configure"), "#!/bin/sh\necho no brokers; exit 3\n");

        assertThat(start(3)).containsExactly("no brokers");
    }

    @Test
    void an_image_that_starts_in_another_way_is_told_in_one_line() throws Exception {
        image("docker/server", "run");
        image("docker/cli", "configure");

        assertThat(start(1))
                .containsExactly("start-ksql: this image starts in another way: there is no configure with a launch in "
                        + folder.resolve("docker") + " or its server");
    }

    private void image(String place, String... scripts) throws IOException {
        Path where = Files.createDirectories(folder.resolve(place));
        for (String script : scripts) {
            Path file = Files.writeString(where.resolve(script), SAYS.formatted(script));
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
    }

    private List<String> start(int status) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "bash", "worker/start-ksql.sh", folder.resolve("docker").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(status);
        return output.lines().toList();
    }
}
