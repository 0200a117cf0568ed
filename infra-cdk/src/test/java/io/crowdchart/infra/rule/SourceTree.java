package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Files of the other modules, whose names must be those of the templates. */
final class SourceTree {

    private static final Path ROOT = Path.of("..");
    private static final ObjectMapper JSON = new ObjectMapper();

    private SourceTree() {}

    static String text(String path) {
        try {
            return Files.readString(ROOT.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of the connectors. */
    static List<JsonNode> connectors() {
        try (Stream<Path> files = Files.list(ROOT.resolve("pipeline/connect/connectors"))) {
            return files.sorted().map(SourceTree::json).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The connector of a name. */
    static JsonNode connector(String name) {
        return connectors().stream()
                .filter(connector -> connector.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static String statements() {
        return text("pipeline/ksql/statements/chart.sql");
    }

    /** The sources of the functions that read the environment. */
    static String functionConfigs() {
        try (Stream<Path> files = Files.list(ROOT.resolve("lambda/src/main/java/io/crowdchart/lambda"))) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .map(file -> text(ROOT.relativize(file).toString()))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that the first group of a pattern finds. */
    static Set<String> found(String pattern, String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
