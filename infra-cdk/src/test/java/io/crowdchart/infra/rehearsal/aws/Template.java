package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A template.
 *
 * @param text as it came
 * @param root what it says
 */
public record Template(String text, JsonNode root) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new YAMLMapper();
    private static final int MOST_RESOURCES = 500;

    /** Of a stack before its first change set was executed. */
    static final Template NONE = new Template("{}", parse("{}"));

    /** Reads JSON, or YAML with the long names of functions. */
    static Template of(String text) {
        JsonNode root = parse(text);
        JsonNode resources = root.path("Resources");
        if (!resources.isObject() || resources.isEmpty()) {
            throw AwsFault.validation("Template format error: At least one Resources member must be defined.");
        }
        if (resources.size() > MOST_RESOURCES) {
            throw AwsFault.validation("Template format error: Number of resources, " + resources.size()
                    + ", is greater than maximum allowed, " + MOST_RESOURCES);
        }
        return new Template(text, root);
    }

    static JsonNode parse(String text) {
        try {
            return (text.stripLeading().startsWith("{") ? JSON : YAML).readTree(text);
        } catch (JsonProcessingException e) {
            throw AwsFault.validation("Template format error: " + e.getOriginalMessage());
        }
    }

    /** The members of a section such as {@code Resources}, in their order. */
    Map<String, JsonNode> section(String name) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        root.path(name).properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** Its beginning: whole it would fill pages. */
    @Override
    public String toString() {
        return "Template[" + text.substring(0, Math.min(60, text.length())) + "…]";
    }
}
