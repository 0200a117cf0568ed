package io.crowdchart.lambda.speech;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages of all languages as they are written down. */
final class Bundles {

    private static final Path FOLDER = Path.of("src/main/resources/io/crowdchart/lambda/speech");
    private static final Pattern NAME = Pattern.compile("messages_(.*)\\.properties");

    private Bundles() {}

    /** The languages that have messages. */
    static Stream<String> languages() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            List<String> languages = files.map(
                            file -> NAME.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(name -> name.group(1))
                    .sorted()
                    .toList();
            return languages.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The messages of a language by their keys; one that is there twice is an error. */
    static Map<String, String> of(String language) {
        Path file = FOLDER.resolve("messages_" + language + ".properties");
        Map<String, String> messages = new TreeMap<>();
        Properties read = new Properties() {
            @Override
            public synchronized Object put(Object key, Object value) {
                if (messages.put((String) key, (String) value) != null) {
                    throw new IllegalStateException(file + " has the key " + key + " twice");
                }
                return value;
            }
        };
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages;
    }
}
