package io.crowdchart.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the command line of the CDK starts. */
@Timeout(60)
class SynthScriptTest {

    @TempDir
    private Path folder;

    @Test
    void says_in_one_line_that_nothing_is_built() throws IOException, InterruptedException {
        Path script = Files.copy(Path.of("synth"), folder.resolve("synth"));

        Process process = new ProcessBuilder("bash", script.getFileName().toString())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(output)
                .isEqualTo(
                        "infra-cdk: not built yet; run scripts/maven -DskipTests package first, in the folder above\n");
    }
}
