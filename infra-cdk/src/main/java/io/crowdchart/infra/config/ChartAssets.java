package io.crowdchart.infra.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files that are uploaded.
 *
 * @param lambdaZip the skill
 * @param pluginZip the plugin of Kafka Connect
 * @param mskIamJar what lets Kafka's clients log in to MSK
 * @param statements the KSQL
 * @param connectors a folder with a JSON file a connector
 * @param worker a folder with the settings of a worker of Connect, and with the scripts that start it and ksqlDB
 */
public record ChartAssets(
        Path lambdaZip, Path pluginZip, Path mskIamJar, Path statements, Path connectors, Path worker) {

    /** Those of them that are not there. */
    List<Path> missing() {
        return List.of(lambdaZip, pluginZip, mskIamJar, statements, connectors, worker).stream()
                .filter(path -> !path.toFile().exists())
                .toList();
    }

    /** The configurations of the connectors, in the order of their names. */
    public List<Path> connectorFiles() {
        try (Stream<Path> files = Files.list(connectors)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
