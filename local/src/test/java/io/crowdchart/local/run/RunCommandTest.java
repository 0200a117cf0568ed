package io.crowdchart.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunCommandTest {

    private static final Pattern FILE = Pattern.compile("\\]\\((?!http)([^)#]+)\\)|@([a-z][\\w./-]+)");
    private static final Pattern OPTION = Pattern.compile("^\\| `(--[a-z]+)", Pattern.MULTILINE);

    @Test
    void the_readme_names_only_files_that_there_are() throws Exception {
        Path root = Path.of("..");
        List<Path> named = FILE.matcher(Files.readString(root.resolve("README.md")))
                .results()
                .map(found -> root.resolve(found.group(1) == null ? found.group(2) : found.group(1)))
                .toList();
        assertThat(named).hasSizeGreaterThan(10).allMatch(Files::exists);
        assertThat(Files.readString(root.resolve("README.md"))).doesNotContain("@TRANSCRIPT@");
    }

    @Test
    void the_readme_names_every_option_and_no_other() throws Exception {
        List<String> known = new CommandLine(new RunCommand())
                .getCommandSpec().options().stream()
                        .filter(option -> !option.hidden() && !option.usageHelp() && !option.versionHelp())
                        .map(option -> option.longestName())
                        .toList();
        List<String> told = OPTION.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(known);
    }
}
