package io.crowdchart.infra.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The templates of a deployment by the names of their stacks, and the files beside them that are uploaded.
 *
 * @param stacks the templates; may be changed in a copy
 * @param uploads texts that are uploaded, by the keys that they get in S3; larger and binary files are not among them
 */
public record Templates(Map<String, ObjectNode> stacks, Map<String, String> uploads) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ENDING = ".template.json";
    private static final String ASSET = "asset.";

    /** What a synthesis left in a folder. */
    public static Templates in(Path folder) {
        Map<String, ObjectNode> stacks = new TreeMap<>();
        Map<String, String> uploads = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(ENDING)) {
                    stacks.put(name.substring(0, name.length() - ENDING.length()), (ObjectNode)
                            JSON.readTree(file.toFile()));
                } else if (name.matches("asset\\..*\\.(json|sh|sql|properties)")) {
                    uploads.put(name.substring(ASSET.length()), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Templates(stacks, uploads);
    }

    /** One that may be changed. */
    public Templates copy() {
        Map<String, ObjectNode> copies = new TreeMap<>();
        stacks.forEach((name, template) -> copies.put(name, template.deepCopy()));
        return new Templates(copies, new TreeMap<>(uploads));
    }

    /** All resources of a type, like {@code AWS::EC2::Subnet}. */
    public List<Resource> all(String type) {
        return resources().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The only resource of a type whose id begins so. */
    public Resource one(String type, String idPrefix) {
        List<Resource> found = all(type).stream()
                .filter(resource -> resource.id().startsWith(idPrefix))
                .toList();
        if (found.size() != 1) {
            throw new IllegalStateException("expected one " + type + " " + idPrefix + "…, found " + found);
        }
        return found.get(0);
    }

    public List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        stacks.forEach((stack, template) -> template.path("Resources")
                .properties()
                .forEach(entry -> resources.add(new Resource(stack, entry.getKey(), (ObjectNode) entry.getValue()))));
        return resources;
    }

    /** What a stack tells when it is made. */
    public JsonNode outputs(String stack) {
        ObjectNode template = stacks.get(stack);
        if (template == null) {
            throw new IllegalStateException("there is no stack " + stack);
        }
        return template.path("Outputs");
    }

    /** Whether brokers are among it. */
    public boolean hasBrokers() {
        return !all("AWS::MSK::Cluster").isEmpty();
    }

    /**
     * One of them.
     *
     * @param node all of it; may be changed in a copy
     */
    public record Resource(String stack, String id, ObjectNode node) {

        public String type() {
            return node.path("Type").asText();
        }

        public JsonNode properties() {
            return node.path("Properties");
        }

        /** A property that is an object, to be changed. */
        public ObjectNode own() {
            return (ObjectNode) node.path("Properties");
        }

        @Override
        public String toString() {
            return stack + "/" + id;
        }
    }
}
