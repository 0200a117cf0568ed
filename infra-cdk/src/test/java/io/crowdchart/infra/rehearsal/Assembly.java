package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The folder that a synthesis leaves. */
final class Assembly {

    private Assembly() {}

    /** The stacks in it by name, as its manifest describes them. */
    static Map<String, JsonNode> stacks(Path folder) {
        Map<String, JsonNode> stacks = new LinkedHashMap<>();
        try {
            JsonNode manifest =
                    new ObjectMapper().readTree(folder.resolve("manifest.json").toFile());
            manifest.path("artifacts").properties().forEach(artifact -> {
                if (artifact.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                    stacks.put(artifact.getKey(), artifact.getValue());
                }
            });
            return stacks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A file to upload.
     *
     * @param object where it goes, as {@code bucket/key} with placeholders of the account
     * @param source where it comes from
     * @param isFolder whether it is a folder, which goes as a zip
     */
    record Asset(String object, Path source, boolean isFolder) {}

    /** All files to upload. */
    static List<Asset> assets(Path folder) {
        List<Asset> assets = new ArrayList<>();
        for (String stack : stacks(folder).keySet()) {
            JsonNode manifest = read(folder.resolve(stack + ".assets.json"));
            if (!manifest.path("dockerImages").isEmpty()) {
                throw new AssertionError("an image is to be built, which takes Docker: " + manifest);
            }
            for (JsonNode file : manifest.path("files")) {
                Path source = folder.resolve(file.at("/source/path").asText());
                for (JsonNode to : file.path("destinations")) {
                    assets.add(new Asset(
                            to.path("bucketName").asText() + "/"
                                    + to.path("objectKey").asText(),
                            source,
                            file.at("/source/packaging").asText().equals("zip")));
                }
            }
        }
        return assets.stream().distinct().toList();
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
