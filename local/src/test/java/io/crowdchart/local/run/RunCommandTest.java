package io.crowdchart.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.crowdchart.interactionmodel.Languages;
import io.crowdchart.interactionmodel.Meaning;
import io.crowdchart.interactionmodel.UtteranceMatcher;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class RunCommandTest {

    private static final Pattern FILE = Pattern.compile("\\]\\((?!http)([^)#]+)\\)|@([a-z][\\w./-]+)");
    private static final Pattern OPTION = Pattern.compile("^\\| `(--[a-z]+)", Pattern.MULTILINE);

    private static final Pattern LANGUAGE =
            Pattern.compile("^\\| \\w+ \\| ((?:`\\w\\w-\\w\\w` ?)+) \\| (.*) \\|$", Pattern.MULTILINE);

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

    @Test
    void a_locale_where_the_skill_is_not_spoken_is_refused_with_those_where_it_is() {
        StringWriter said = new StringWriter();
        CommandLine line = new CommandLine(new RunCommand()).setErr(new PrintWriter(said));

        int status = line.execute("--plugins", "none", "--locale", "tlh-QO");

        assertThat(status).isEqualTo(2);
        assertThat(said.toString())
                .startsWith("--locale: expected one of en-US, en-GB, en-AU, en-CA, en-IN, de-DE,")
                .contains(", was 'tlh-QO'");
    }

    @Test
    void the_readme_names_every_locale_with_a_question_that_is_understood_there() throws Exception {
        List<String> named = new ArrayList<>();
        for (MatchResult row : LANGUAGE.matcher(Files.readString(Path.of("..", "README.md")))
                .results()
                .toList()) {
            for (String locale : row.group(1).replace("`", "").split(" ", -1)) {
                named.add(locale);
                assertThat(new UtteranceMatcher(Languages.modelOf(locale)).meaningOf(row.group(2)))
                        .as("%s in %s", row.group(2), locale)
                        .isEqualTo(new Meaning.Intent("NumberOneIntent", Map.of()));
            }
        }
        assertThat(named).containsExactlyInAnyOrderElementsOf(Languages.locales());
    }
}
