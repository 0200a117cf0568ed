package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Evaluates the functions of a template. What refers to something that is not there is an {@link AwsFault}. */
final class Values {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Template template;
    private final Names names;

    Values(Template template, Names names) {
        this.template = template;
        this.names = names;
    }

    /** Without what {@code AWS::NoValue} takes away, which at the top is a missing node. */
    JsonNode of(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = NODES.arrayNode();
            node.forEach(element -> addIfAny(list, of(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.size() == 1) {
            Map.Entry<String, JsonNode> only = node.properties().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return function(only.getKey(), only.getValue());
            }
        }
        ObjectNode object = NODES.objectNode();
        node.properties().forEach(member -> setIfAny(object, member.getKey(), of(member.getValue())));
        return object;
    }

    String text(JsonNode node) {
        JsonNode value = of(node);
        if (!value.isValueNode()) {
            throw AwsFault.validation("Template error: a string is expected, was " + node);
        }
        return value.asText();
    }

    /** Whether a member of the template with this condition is there. */
    boolean holds(JsonNode member) {
        JsonNode condition = member.path("Condition");
        return !condition.isTextual() || condition(condition.asText());
    }

    private JsonNode function(String name, JsonNode argument) {
        return switch (name) {
            case "Ref" -> names.reference(argument.asText());
            case "Fn::GetAtt" -> attribute(argument);
            case "Fn::Join" -> TextNode.valueOf(String.join(argument.path(0).asText(), texts(of(argument.path(1)))));
            case "Fn::Sub" -> substituted(argument);
            case "Fn::If" -> of(argument.path(condition(argument.path(0).asText()) ? 1 : 2));
            case "Fn::Select" -> selected(argument);
            case "Fn::Split" -> split(argument.path(0).asText(), text(argument.path(1)));
            case "Fn::Base64" ->
                TextNode.valueOf(
                        Base64.getEncoder().encodeToString(text(argument).getBytes(StandardCharsets.UTF_8)));
            case "Fn::FindInMap" -> mapped(argument);
            case "Fn::GetAZs" -> zones();
            case "Fn::ImportValue" -> TextNode.valueOf(names.exported(text(argument)));
            case "Fn::GetStackOutput" ->
                TextNode.valueOf(names.output(text(argument.path("StackName")), text(argument.path("OutputName"))));
            default -> throw new UnknownCallException("the function " + name + " in a template");
        };
    }

    private JsonNode attribute(JsonNode argument) {
        if (argument.isArray()) {
            return TextNode.valueOf(names.attribute(argument.path(0).asText(), text(argument.path(1))));
        }
        String[] parts = argument.asText().split("\\.", 2);
        return TextNode.valueOf(names.attribute(parts[0], parts.length > 1 ? parts[1] : ""));
    }

    private JsonNode substituted(JsonNode argument) {
        JsonNode given = argument.isArray() ? argument.path(1) : NODES.objectNode();
        Matcher matcher = PLACEHOLDER.matcher((argument.isArray() ? argument.path(0) : argument).asText());
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(2);
            String value = matcher.group(1).equals("!")
                    ? "${" + name + "}"
                    : given.has(name)
                            ? text(given.path(name))
                            : name.contains(".")
                                    ? attribute(TextNode.valueOf(name)).asText()
                                    : names.reference(name).asText();
            matcher.appendReplacement(text, Matcher.quoteReplacement(value));
        }
        return TextNode.valueOf(matcher.appendTail(text).toString());
    }

    private JsonNode selected(JsonNode argument) {
        JsonNode list = of(argument.path(1));
        JsonNode value = list.path(argument.path(0).asInt());
        if (value.isMissingNode()) {
            throw AwsFault.validation("Template error: Fn::Select cannot select nonexistent value at index "
                    + argument.path(0).asText());
        }
        return value;
    }

    private static JsonNode split(String separator, String text) {
        ArrayNode list = NODES.arrayNode();
        for (String part : text.split(Pattern.quote(separator), -1)) {
            list.add(part);
        }
        return list;
    }

    private JsonNode mapped(JsonNode argument) {
        JsonNode value = template.root().path("Mappings");
        for (JsonNode key : argument) {
            value = value.path(text(key));
        }
        if (value.isMissingNode()) {
            throw AwsFault.validation("Template error: Unable to get mapping for " + argument);
        }
        return value;
    }

    private static JsonNode zones() {
        return NODES.arrayNode()
                .add(Account.REGION + "a")
                .add(Account.REGION + "b")
                .add(Account.REGION + "c");
    }

    private boolean condition(String name) {
        JsonNode definition = template.root().path("Conditions").path(name);
        if (definition.isMissingNode()) {
            throw AwsFault.validation("Template error: unresolved condition " + name);
        }
        return isTrue(definition);
    }

    private boolean isTrue(JsonNode node) {
        Map.Entry<String, JsonNode> only = node.isObject() && node.size() == 1
                ? node.properties().iterator().next()
                : Map.entry("", node);
        JsonNode argument = only.getValue();
        return switch (only.getKey()) {
            case "Condition" -> condition(argument.asText());
            case "Fn::Equals" -> of(argument.path(0)).equals(of(argument.path(1)));
            case "Fn::Not" -> !isTrue(argument.path(0));
            case "Fn::And" -> children(argument).stream().allMatch(this::isTrue);
            case "Fn::Or" -> children(argument).stream().anyMatch(this::isTrue);
            default -> of(node).asText().equals("true");
        };
    }

    private static List<JsonNode> children(JsonNode node) {
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        return children;
    }

    private static List<String> texts(JsonNode list) {
        return children(list).stream().map(JsonNode::asText).toList();
    }

    private static void addIfAny(ArrayNode list, JsonNode value) {
        if (!(value instanceof MissingNode)) {
            list.add(value);
        }
    }

    private static void setIfAny(ObjectNode object, String name, JsonNode value) {
        if (!(value instanceof MissingNode)) {
            object.set(name, value);
        }
    }

    /** What the names in a template stand for. */
    interface Names {

        /** A parameter, a pseudo parameter, or the resource of this name; missing: {@code AWS::NoValue}. */
        JsonNode reference(String name);

        /** An attribute of a resource. */
        String attribute(String resource, String attribute);

        /** What another stack exports. */
        String exported(String name);

        /** An output of another stack. */
        String output(String stack, String name);
    }
}
