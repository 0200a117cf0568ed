package io.crowdchart.infra.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
}
