package io.crowdchart.connect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "configuration.md");

    @Test
    void the_committed_page_says_what_the_code_says() throws IOException {
        if (Boolean.getBoolean("write.docs")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, ConfigurationPage.written());
        }

        assertThat(PAGE)
                .as("docs/configuration.md is generated; write it anew with: " + ConfigurationPage.COMMAND)
                .exists()
                .hasContent(ConfigurationPage.written());
    }
}
