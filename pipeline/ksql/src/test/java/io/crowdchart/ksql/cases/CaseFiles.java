package io.crowdchart.ksql.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads the case files. A step has a {@code key} (text or null) or a {@code keyBase64}, and one of {@code value} (JSON; null
 * for a record without a value), {@code text} (as it is, or a list of pieces) and {@code base64}. Instead of any text,
 * {@code {"repeat": "x", "times": 200}} writes a long one.
 */
final class CaseFiles {

    private static final JsonMapper MAPPER = new JsonMapper();

    private CaseFiles() {}

    /** All cases, by the names of their files. */
    static List<Case> all() {
        try (Stream<Path> files = Files.list(Path.of(folder()))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(CaseFiles::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the case files cannot be listed", e);
        }
    }

    private static URI folder() {
        try {
            return Objects.requireNonNull(CaseFiles.class.getResource("/cases"), "there is no folder /cases")
                    .toURI();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the folder of the cases has an odd address", e);
        }
    }

    private static Case read(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return read(name, expanded(MAPPER.readTree(Files.readAllBytes(file))));
        } catch (IOException e) {
            throw new UncheckedIOException("the case " + name + " cannot be read", e);
        }
    }

    private static Case read(String file, JsonNode json) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : json.required("steps")) {
            steps.add(new Step(step.required("topic").textValue(), key(step), value(step)));
        }
        Map<String, Map<JsonNode, JsonNode>> rows = new LinkedHashMap<>();
        json.required("tables").properties().forEach(table -> {
            Map<JsonNode, JsonNode> expected = new LinkedHashMap<>();
            table.getValue().forEach(row -> expected.put(row.required("key"), row.required("value")));
            rows.put(table.getKey(), expected);
        });
        return new Case(
                file, json.required("name").textValue(), json.required("why").textValue(), steps, rows);
    }

    private static byte @Nullable [] key(JsonNode step) {
        if (step.has("keyBase64")) {
            return Base64.getDecoder().decode(step.get("keyBase64").textValue());
        }
        JsonNode key = step.required("key");
        return key.isNull() ? null : key.textValue().getBytes(StandardCharsets.UTF_8);
    }

    private static byte @Nullable [] value(JsonNode step) throws IOException {
        if (step.has("base64")) {
            return Base64.getDecoder().decode(step.get("base64").textValue());
        }
        if (step.has("text")) {
            return joined(step.get("text")).getBytes(StandardCharsets.UTF_8);
        }
        JsonNode value = step.required("value");
        return value.isNull() ? null : MAPPER.writeValueAsBytes(value);
    }

    private static String joined(JsonNode text) {
        StringBuilder joined = new StringBuilder();
        if (text.isArray()) {
            text.forEach(piece -> joined.append(piece.textValue()));
        } else {
            joined.append(text.textValue());
        }
        return joined.toString();
    }

    private static JsonNode expanded(JsonNode node) {
        if (node.isObject() && node.size() == 2 && node.has("repeat") && node.has("times")) {
            return TextNode.valueOf(
                    node.get("repeat").textValue().repeat(node.get("times").intValue()));
        }
        if (node.isObject()) {
            ObjectNode object = MAPPER.createObjectNode();
            node.properties().forEach(field -> object.set(field.getKey(), expanded(field.getValue())));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = MAPPER.createArrayNode();
            StreamSupport.stream(node.spliterator(), false)
                    .map(CaseFiles::expanded)
                    .forEach(array::add);
            return array;
        }
        return node;
    }
}
