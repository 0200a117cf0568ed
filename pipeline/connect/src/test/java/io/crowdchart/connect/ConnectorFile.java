package io.crowdchart.connect;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A connector's configuration as every host uses it.
 *
 * @param name the connector's name
 * @param config its settings, with placeholders
 */
public record ConnectorFile(String name, Map<String, String> config) {

    private static final Path FOLDER = Path.of("connectors");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{env:([A-Z_]+)}");

    static ConnectorFile jetstreamSource() {
        return read("jetstream-source.json");
    }

    static ConnectorFile chartSink() {
        return read("chart-sink.json");
    }

    /** The text of a file, as it goes to a worker. */
    public static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ConnectorFile read(String file) {
        try {
            Map<String, Object> content = new ObjectMapper().readValue(text(file), new TypeReference<>() {});
            if (!content.keySet().equals(Set.of("name", "config"))) {
                throw new AssertionError(file + " must have a name and a config, has " + content.keySet());
            }
            return new ObjectMapper().convertValue(content, ConnectorFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String get(String setting) {
        return config.getOrDefault(setting, "");
    }

    /** The settings whose names begin so, without that beginning. */
    Map<String, String> under(String prefix) {
        return config.entrySet().stream()
                .filter(setting -> setting.getKey().startsWith(prefix))
                .collect(Collectors.toMap(setting -> setting.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /** The names of the placeholders. */
    Set<String> placeholders() {
        return config.values().stream()
                .flatMap(value -> PLACEHOLDER.matcher(value).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The settings with a value for every placeholder. */
    Map<String, String> filled(Map<String, String> values) {
        return config.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        setting -> PLACEHOLDER.matcher(setting.getValue()).replaceAll(found -> value(values, found))));
    }

    private static String value(Map<String, String> values, MatchResult found) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new AssertionError("no value for " + found.group());
        }
        return value;
    }
}
