package io.crowdchart.infra.rehearsal.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** One evaluation of a template in the account as it is now. */
final class Provision {

    private final Stack stack;
    private final Template template;
    private final Map<String, JsonNode> parameters;
    private final Values values;

    Provision(Stack stack, ChangeSet.Order order, Account account, Outside outside) {
        this.stack = stack;
        this.template = order.template();
        this.parameters = resolved(template, order.parameters(), account);
        this.values = new Values(template, new Names(outside));
    }

    List<Resource> resources() {
        List<Resource> resources = new ArrayList<>();
        template.section("Resources").forEach((logicalId, definition) -> {
            if (values.holds(definition)) {
                resources.add(resource(logicalId, definition));
            }
        });
        return resources;
    }

    Map<String, String> outputs() {
        return texts(definition -> values.text(definition.path("Value")));
    }

    /** The outputs that are exported, by the name of the export. */
    Map<String, String> exports() {
        Map<String, String> exports = new LinkedHashMap<>();
        template.section("Outputs").forEach((name, definition) -> {
            if (values.holds(definition) && definition.has("Export")) {
                exports.put(values.text(definition.at("/Export/Name")), values.text(definition.path("Value")));
            }
        });
        return exports;
    }

    private Map<String, String> texts(Function<JsonNode, String> value) {
        Map<String, String> texts = new LinkedHashMap<>();
        template.section("Outputs").forEach((name, definition) -> {
            if (values.holds(definition)) {
                texts.put(name, value.apply(definition));
            }
        });
        return texts;
    }

    private Resource resource(String logicalId, JsonNode definition) {
        for (JsonNode other : asList(definition.path("DependsOn"))) {
            present(other.asText());
        }
        return new Resource(
                stack.name(),
                logicalId,
                definition.path("Type").asText(),
                id(logicalId, definition),
                values.of(definition.path("Properties")),
                definition.path("DeletionPolicy").asText("Delete"));
    }

    private static ArrayNode asList(JsonNode node) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        if (node.isArray()) {
            node.forEach(list::add);
        } else if (node.isTextual()) {
            list.add(node);
        }
        return list;
    }

    private String id(String logicalId, JsonNode definition) {
        String type = definition.path("Type").asText();
        if (type.equals("AWS::Lambda::Alias")) {
            String function = values.text(definition.at("/Properties/FunctionName"));
            return MadeUp.arn("lambda", "function:" + function + ":" + values.text(definition.at("/Properties/Name")));
        }
        JsonNode named = definition.path("Properties").path(MadeUp.NAME_PROPERTIES.getOrDefault(type, ""));
        String name = named.isMissingNode() ? MadeUp.name(stack.name(), logicalId) : values.text(named);
        return MadeUp.id(type, name);
    }

    private JsonNode present(String logicalId) {
        JsonNode definition = template.root().path("Resources").path(logicalId);
        if (definition.isMissingNode() || !values.holds(definition)) {
            throw AwsFault.validation(
                    "Template format error: Unresolved resource dependencies [" + logicalId + "] in the template");
        }
        return definition;
    }

    /** The values of all parameters, also those that have a default. */
    private static Map<String, JsonNode> resolved(Template template, Map<String, String> given, Account account) {
        Map<String, JsonNode> declared = template.section("Parameters");
        for (String name : given.keySet()) {
            if (!declared.containsKey(name)) {
                throw AwsFault.validation("Parameters: [" + name + "] do not exist in the template");
            }
        }
        Map<String, JsonNode> values = new LinkedHashMap<>();
        declared.forEach((name, definition) -> values.put(name, resolved(name, definition, given, account)));
        return values;
    }

    private static JsonNode resolved(String name, JsonNode definition, Map<String, String> given, Account account) {
        String value = given.getOrDefault(name, definition.path("Default").asText());
        if (!given.containsKey(name) && !definition.has("Default")) {
            throw AwsFault.validation("Parameters: [" + name + "] must have values");
        }
        return switch (definition.path("Type").asText()) {
            case "String", "Number" -> TextNode.valueOf(value);
            case "CommaDelimitedList", "List<String>" -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                for (String element : value.split(",", -1)) {
                    list.add(element);
                }
                yield list;
            }
            case "AWS::SSM::Parameter::Value<String>" ->
                TextNode.valueOf(account.parameter(value)
                        .orElseThrow(() -> AwsFault.validation(
                                "Unable to fetch parameters [" + value + "] from parameter store for this account.")));
            default -> throw new UnknownCallException("the parameter " + name + ": " + definition);
        };
    }

    /** What lies outside of a stack. */
    interface Outside {

        /** What another stack exports under this name. */
        String exported(String name);

        /** The output of another stack. */
        String output(String stack, String name);

        /** Both, from two functions. */
        static Outside of(Function<String, String> exported, BiFunction<String, String, String> output) {
            return new Outside() {
                @Override
                public String exported(String name) {
                    return exported.apply(name);
                }

                @Override
                public String output(String stack, String name) {
                    return output.apply(stack, name);
                }
            };
        }
    }

    private final class Names implements Values.Names {

        private final Outside outside;

        Names(Outside outside) {
            this.outside = outside;
        }

        @Override
        public JsonNode reference(String name) {
            JsonNode parameter = parameters.get(name);
            if (parameter != null) {
                return parameter;
            }
            return switch (name) {
                case "AWS::AccountId" -> TextNode.valueOf(Account.ID);
                case "AWS::Region" -> TextNode.valueOf(Account.REGION);
                case "AWS::Partition" -> TextNode.valueOf("aws");
                case "AWS::URLSuffix" -> TextNode.valueOf("amazonaws.com");
                case "AWS::StackName" -> TextNode.valueOf(stack.name());
                case "AWS::StackId" -> TextNode.valueOf(stack.id());
                case "AWS::NoValue" -> MissingNode.getInstance();
                default -> TextNode.valueOf(id(name, present(name)));
            };
        }

        @Override
        public String attribute(String resource, String attribute) {
            JsonNode definition = present(resource);
            return MadeUp.attribute(definition.path("Type").asText(), id(resource, definition), attribute);
        }

        @Override
        public String exported(String name) {
            return outside.exported(name);
        }

        @Override
        public String output(String other, String name) {
            return outside.output(other, name);
        }
    }
}
